/** A letter that may label an option. */
export interface Label {
  readonly letter: number;
  readonly at: number;
  readonly end: number;
  readonly style: LabelStyle;
  /** At the beginning of a line, or behind a space or a sign: not inside a word. */
  readonly clear: boolean;
  readonly lineStart: boolean;
  /** Written as nothing but a label is: not a letter that a sentence mentions. */
  readonly firm: boolean;
}

/** How it is written: `A.`, `(A)`, `A选项`, `A text`, `①`. */
export type LabelStyle = 'sign' | 'bracket' | 'word' | 'bare' | 'circle';

const BULLET = '(?:[○●◯□■◇◆☐√*•·-][ ]{0,3}){0,2}';
const SIGN = new RegExp(`${BULLET}(?:选项[ ]?)?([A-La-l])[ ]{0,2}([、:）)，。]|[.．,·;](?![A-Za-z]\\.))[ ]{0,3}`, 'g');
const BRACKET = new RegExp(`${BULLET}[(\\[【][ ]?([A-La-l])[ ]?[)\\]】][.、:]?[ ]{0,3}`, 'g');
const WORD = /(?:选项[ ]?([A-L])(?![A-Za-z])[:：、.]?|([A-L])选项[:：、.]?)[ ]{0,3}/g;
const BARE = new RegExp(
  `(?<=^|[\\s:：;；,，。?？!！)）]|[\\u4e00-\\u9fff])(?<![Pp]art )(?<![Ss]ection )${BULLET}([A-L])(?:[ ]{1,4}(?=[^\\s=+<>/]|=[$A-Z])|(?=[\\u4e00-\\u9fff“《\\d"]|-\\d))`,
  'g',
);
/** What a letter names where it labels nothing: `A公司`. */
const NAMED = /^(?:选项|类|级|股|轮|公司|产品|客户|方案|项|和|与|或|、|相|单位|店|同学|员工|型|组|座|栋|区|班|卷|族)/;
const CIRCLE = /[Ⓐ-Ⓛ][.、:]?[ ]{0,3}/g;

/** In the order of the text. Lists hold more than options: which are is a matter of their order. */
export function labelsIn(text: string): Label[] {
  const found: Label[] = [];
  const naming: Label[] = [];
  collect(text, SIGN, 'sign', found, naming);
  collect(text, BRACKET, 'bracket', found, naming);
  collect(text, WORD, 'word', found, naming);
  collect(text, BARE, 'bare', found, naming);
  found.push(...(naming.length > 0 ? inRuns(naming, found) : []));
  for (const { 0: circle, index } of text.matchAll(CIRCLE))
    found.push(labelOf(text, index, index + circle.length, circle.charCodeAt(0) - 0x24b6, 'circle', index));
  found.sort((a, b) => a.at - b.at || b.end - a.end);
  return found
    .filter((label, index) => label.at >= (found[index - 1]?.end ?? 0) || label.letter !== found[index - 1]?.letter)
    .filter((label, index, all) => !isArticle(label, all[index + 1], text));
}

/** `A user reports …` before `A. DHCP`. */
const isArticle = ({ letter, style, end }: Label, next: Label | undefined, text: string): boolean =>
  letter === 0 && style === 'bare' && next?.letter === 0 && /[a-z]/.test(text[end] ?? '');

function collect(text: string, pattern: RegExp, style: LabelStyle, into: Label[], naming: Label[]): void {
  for (const match of text.matchAll(pattern)) {
    const letter = match[1] ?? match[2] ?? '';
    const letterAt = match.index + match[0].indexOf(letter);
    const isLower = letter >= 'a';
    const label = labelOf(
      text,
      match.index,
      match.index + match[0].length,
      (letter.charCodeAt(0) - 65) % 32,
      style,
      letterAt,
    );
    // `(10°C)`
    if (text[letterAt - 1] === '°') continue;
    // `(A、B、D)` is a key, and so is `1. a, b, d`.
    if (style === 'sign' && !label.lineStart && IN_KEY.test(text.slice(letterAt - 1, letterAt + 30))) continue;
    if (
      style === 'sign' &&
      (isOfLetters(text, letterAt) || OF_PART.test(text.slice(Math.max(0, letterAt - 8), letterAt)))
    )
      continue;
    // `A项错误`: an explanation goes through the options.
    if (style === 'bare' && /^(?:选项|项(?!目))/.test(text.slice(label.end, label.end + 2))) continue;
    if (
      // A run begins with A and B: behind them a letter labels, whatever follows.
      style === 'bare' &&
      label.letter < 2 &&
      !label.lineStart &&
      !/\s/.test(text[letterAt - 1] ?? '\n') &&
      NAMED.test(text.slice(label.end, label.end + 2))
    ) {
      naming.push(label);
      continue;
    }
    // Small letters are common in words and in formulas.
    if (isLower && !(label.lineStart || (style !== 'bare' && /\s/.test(text[match.index - 1] ?? '\n')))) continue;
    into.push(label);
  }
}

/** `Section A: 1-c`. */
const OF_PART = /(?:part|section)[ ]$/i;

/** One of letters that follow one another with nothing but commas between them. */
function isOfLetters(text: string, at: number): boolean {
  const begin = at - (/(?:[A-Ha-h],[ ]{0,2}){1,7}$/.exec(text.slice(Math.max(0, at - 32), at))?.[0].length ?? 0);
  return /^[A-Ha-h](?:,[ ]{0,2}[A-Ha-h]){2,7}(?![A-Za-z])/.test(text.slice(begin, begin + 40));
}

/** `A客户办理时;B 受理时;C…`: what could name something labels an option where the letters beside it go on from it. */
function inRuns(naming: readonly Label[], found: readonly Label[]): Label[] {
  const sorted = [...found, ...naming].sort((a, b) => a.at - b.at);
  let next = 0;
  return naming.filter(({ at, letter }) => {
    while (next < sorted.length && (sorted[next] as Label).at <= at) next++;
    const [before, after, second] = [sorted[next - 2], sorted[next], sorted[next + 1]];
    const goesOn = after?.letter === letter + 1 && after.at - at < MOST_OF_AN_OPTION;
    return (
      goesOn &&
      (letter === 0 ? second?.letter === 2 && before?.letter !== 0 : before?.letter === 0 && after?.letter === 2)
    );
  });
}

const IN_KEY = /^[([【][ ]?[A-H](?:[、,，;； ]{1,2}[A-H]){1,7}[ ]?[)\]】]/;

function labelOf(text: string, at: number, end: number, letter: number, style: LabelStyle, letterAt: number): Label {
  const before = text[letterAt - 1] ?? '\n';
  const lineStart = /(?:^|\n)[^\S\n]{0,8}$/.test(text.slice(Math.max(0, at - 9), at));
  return {
    letter,
    at,
    end,
    style,
    clear: !(style === 'bare' ? /[A-Za-z\d\u4e00-\u9fff]/ : /[A-Za-z\d]/).test(before),
    lineStart,
    firm: lineStart || (style !== 'bare' && (style !== 'sign' || /[.、:)）．]/.test(text.slice(letterAt + 1, end)))),
  };
}

/** Places where options begin: an A with a B as the next other letter. Indices into the labels. */
export function runsIn(labels: readonly Label[]): number[] {
  const runs: number[] = [];
  for (let index = 0; index < labels.length; index++) {
    if (labels[index]?.letter !== 0 || !labels[index]?.clear) continue;
    const next = secondOf(labels, index);
    if (next?.clear === false && next.style === 'bare') continue;
    const between = next === undefined ? 0 : next.at - (labels[index]?.end ?? 0);
    // `应选A、B、C` names letters and nothing else.
    if (next?.letter === 1 && between > 0 && between < MOST_OF_AN_OPTION) runs.push(index);
  }
  return runs;
}

/** The label behind an A; a letter that an English option mentions, `A. May I help you?`, is passed over. */
function secondOf(labels: readonly Label[], index: number): Label | undefined {
  const style = labels[index]?.style;
  for (let at = index + 1; at <= index + 3; at++) {
    const label = labels[at];
    if (label?.style !== 'bare' || label.lineStart || style === 'bare' || label.letter === 1) return label;
  }
  return labels[index + 1];
}

/** The same where both letters are written as labels are, not just mentioned: `C指了路,D没有依据` explains a key. */
export const isStrong = (labels: readonly Label[], index: number): boolean =>
  [labels[index], secondOf(labels, index)].every((label) => label?.firm === true);

/** Characters: beyond that a second letter belongs to something else. */
const MOST_OF_AN_OPTION = 600;
