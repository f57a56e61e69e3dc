/**
 * About `bytes` bytes of exam papers, one after the other, as a collection of years is: sections with declared sums,
 * choices with their answers below or in a list at the end, statements, blanks, open questions with explanations.
 * No question stands in it twice.
 */
export function examText(bytes: number): string {
  const papers: string[] = [];
  for (let size = 0, number = 0; size < bytes; number++) {
    const paper = paperOf(number);
    papers.push(paper);
    size += Buffer.byteLength(paper);
  }
  return papers.join('\n');
}

const SUBJECTS = ['回访', '派单', '质检', '排班', '话术', '投诉', '工单', '知识库', '录音', '满意度', '呼损', '接通率'];
const DEEDS = ['登记', '核对', '转交', '复述', '记录', '通报', '归档', '升级', '预约', '抽查', '更正', '说明'];
const WHENS = [
  '当天',
  '次日',
  '班前',
  '班后',
  '月末',
  '季度初',
  '结案前',
  '接通后',
  '挂机前',
  '受理时',
  '培训中',
  '交接时',
];

const pick = (words: readonly string[], seed: number): string => words[seed % words.length] as string;

/** Words in another order for each number, so that no two are near each other. */
function topicOf(seed: number): string {
  const mixed = (seed * 2654435761) >>> 0;
  return `${pick(SUBJECTS, mixed)}${pick(DEEDS, mixed >>> 5)}${pick(WHENS, mixed >>> 11)}${mixed.toString(36)}号规程`;
}

function paperOf(number: number): string {
  const base = number * 100;
  const lines = [`客服中心第${number + 1}套试卷`, '', '一、单项选择题(共10题,每题2分,合计20分)'];
  for (let n = 1; n <= 10; n++) {
    const topic = topicOf(base + n);
    lines.push(`${n}.按照${topic},座席处理时首先应当( )。`, ...optionsOf(base + n, 'ABCD'));
    if (number % 2 === 0) lines.push(`答案:${pick([...'ABCD'], base + n)}`, `解析:${topic}第${n}条写明了次序。`);
  }
  lines.push('二、多项选择题(共5题,每题2分,合计10分)');
  for (let n = 1; n <= 5; n++)
    lines.push(`${n}.${topicOf(base + 20 + n)}包括哪些环节?( )`, ...optionsOf(base + 20 + n, 'ABCDE'), '答案:ABD');
  lines.push('三、判断题(共5题,每题1分,合计5分)');
  for (let n = 1; n <= 5; n++) lines.push(`${n}.${topicOf(base + 40 + n)}可以由座席自己决定是否执行。( × )`);
  lines.push('四、填空题(共3题,每题2分,合计6分)');
  for (let n = 1; n <= 3; n++) lines.push(`${n}.${topicOf(base + 60 + n)}的期限是____天。`, `答案:${n + 3}`);
  lines.push('五、简答题(共2题,每题10分,合计20分)');
  for (let n = 1; n <= 2; n++)
    lines.push(`${n}.简述${topicOf(base + 80 + n)}的要点。`, '答案:(1)先核对身份;(2)再登记诉求;(3)最后约定时间。');
  if (number % 2 === 1) lines.push('参考答案', '一、单项选择题', '1-5 ABCDA 6-10 BCDAB');
  return `${lines.join('\n')}\n`;
}

const optionsOf = (seed: number, letters: string): string[] =>
  [...letters].map((letter, n) => `${letter}.${pick(DEEDS, seed + n * 5)}${pick(SUBJECTS, seed * 7 + n)}情况`);
