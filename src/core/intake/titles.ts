/**
 * Where a title stands on the same line before a number that begins anew, as where documents were run together:
 * the beginning of that line. Null where the line is none of its own.
 */
export function lineBefore(text: string, at: number, after: number): number | null {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  if (start <= after) return null;
  const line = text.slice(start, at);
  return line.length <= 60 && !/[。?？!！;；]/.test(line) ? start : null;
}

/** A page's title that its first sentence says once more: `服务标准服务标准是指…`. Another document begins there. */
export function doubledTitles(text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at >= 0 && at < text.length; ) {
    const line = text.slice(at, at + 90);
    if (/^(?!\s)[^\n\d]{6}/.test(line) && DOUBLED.some((doubled) => doubled.test(line)) && /\p{L}{4}/u.test(line))
      found.push(at);
    const newline = text.indexOf('\n', at);
    at = newline < 0 ? -1 : newline + 1;
  }
  return found;
}

/** Said twice, or up to the word that says what it is: `三级教育管理标准三级教育是…`. */
const DOUBLED: readonly RegExp[] = [
  /^([^\n。?？!！]{6,40})\1/,
  /^([^\n。?？!！\d]{4,20})[^\n。?？!！\d]{0,6}(?:标准|制度|规定|规范|办法|大纲|细则|守则|流程)\1[是应为指]/,
];

/** `《收银员》高级复习资料`, `《车间管理规定》` on a line of its own: what follows is another document. */
export const quotedTitles = (text: string): number[] =>
  Array.from(
    text.matchAll(
      /^[ ]{0,8}《[^》\n]{2,40}》[^\n。?？:：]{0,24}(?:试题|题库|资料|大纲|练习题?|试卷|真题|教材|讲义|答案)[^\n。?？:：]{0,16}$|^[ ]{0,8}《[^》\n]{2,40}》[^\n。?？:：]{0,8}(?:大纲|标准|讲义)(?=一、)|^[ ]{0,8}[^\n。?？:：《]{4,40}(?:试题|试卷|题库)[及和与]?答案(?:解析)?(?:\(\d{1,3}\/\d{1,3}\))?(?=案例[一1])|^[ ]{0,8}《[^》\n]{2,40}(?:规定|制度|办法|标准|规范|守则|细则|手册|条例|大纲|资料|试题|试卷|题库)》[ ]*$/gm,
    ),
    ({ index }) => index,
  );

const TITLE = /试题|试卷|题库|练习|复习|资料|真题|考试|考核|测试|测验|模拟|答案|大纲/;

/** Where the title ahead of a head begins, on its line or on the line above; the head itself where there is none. */
export function titleBefore(text: string, head: number, after: number): number {
  const start = text.lastIndexOf('\n', head - 1) + 1;
  if (start < after) return head;
  const ahead = text.slice(start, head).trim();
  if (ahead !== '') return ahead.length <= 60 && isTitle(ahead) ? start : head;
  let end = start;
  while (end > after && /\s/.test(text[end - 1] as string)) end--;
  const line = text.lastIndexOf('\n', end - 1) + 1;
  const title = text.slice(line, Math.min(end, line + 100)).trim();
  return line >= after && line > 0 && title.length <= 40 && isTitle(title) ? line : head;
}

/** Names a paper or the like, and is neither a sentence nor a part of a question. */
export const isTitle = (line: string): boolean =>
  TITLE.test(line) &&
  !/[。?？!！;；:：()（）_|]|^[A-Za-z\d]|^[【[]?(?:参考|正确|标准)?答案/.test(
    line.replace(/[(（][^()（）]{1,12}[)）]/g, ''),
  );
