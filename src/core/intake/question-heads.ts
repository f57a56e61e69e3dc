import type { Cut } from './flat-text.ts';

/** The ways in which apps, forms and exports head a question, written as a number and a type: what the lexer reads. */
export const questionHeadsIn = (text: string): Cut[] => [
  ...countersIn(text),
  ...titledIn(text),
  ...reportedIn(text),
  ...fieldsIn(text),
  ...ofAllIn(text),
  ...typedLinesIn(text),
];

/** `单项选择题 旅游团…`: the type and what is asked on one line, where other questions have a line for each. */
function typedLinesIn(text: string): Cut[] {
  if ((text.match(TYPE_LINE)?.length ?? 0) < 2) return [];
  return Array.from(text.matchAll(TYPE_AHEAD), ({ 0: whole, 1: type = '', index }) => ({
    from: index + whole.indexOf(type) + type.length,
    to: index + whole.length,
    instead: '\n',
  }));
}

const TYPES_SAID = '(?:单项选择|多项选择|不定项选择|判断|填空|简答|问答|名词解释|案例分析)题';
const TYPE_LINE = new RegExp(`^[ \\t]{0,8}${TYPES_SAID}[ \\t]*$`, 'gm');
const TYPE_AHEAD = new RegExp(`^[ \\t]{0,8}(${TYPES_SAID})[ \\t\\u3000]{1,4}(?=[^\\s(（共每本第\\d][^\\n]{7})`, 'gm');

/** `题目1 | 单选 | 5分`, as a printed test has it. */
const titledIn = (text: string): Cut[] =>
  Array.from(text.matchAll(TITLED), ({ 0: whole, 1: number = '', 2: type = '', 3: points, index }) => ({
    from: index,
    to: index + whole.length,
    instead: `${number}.【${type}题】${points === undefined ? '' : `(${points}分)`}`,
  }));

const TITLED =
  /^[ \t]{0,8}(?:题目?|第)[ ]?(\d{1,3})[ ]?题?[ ]{0,2}[|｜][ ]{0,2}(单选|多选|判断|填空|简答|问答|排序|案例|不定项|论述|计算)题?[ ]{0,2}(?:[|｜][ ]{0,2}(\d{1,3}(?:\.\d)?)[ ]?分)?[ ]*$/gm;

/** `1/10 常识判断` over a line `(单选题)`, as a report of practice has it. */
const reportedIn = (text: string): Cut[] =>
  Array.from(text.matchAll(REPORTED), ({ 0: whole, 1: number = '', 2: type = '', index }) => ({
    from: index,
    to: index + whole.length,
    instead: `${number}.【${type}】`,
  }));

const REPORTED =
  /^[ \t]{0,8}(\d{1,3})[ ]?[/／][ ]?\d{1,3}(?:[ \t]{1,4}[^\n\d]{1,12})?\n[ \t]{0,8}[(（【[]((?:单选|多选|判断|填空|简答|不定项(?:选择)?|单项选择|多项选择)题)[)）】\]][ \t]*$/gm;

/** `3 / 1359、[多选题] …`: which of how many. */
const ofAllIn = (text: string): Cut[] =>
  Array.from(
    text.matchAll(/^[ \t]{0,8}(\d{1,4})[ ]?[/／][ ]?\d{2,5}[、.．][ ]{0,3}(?=\S)/gm),
    ({ 0: whole, 1: number = '', index }) => ({
      from: index,
      to: index + whole.length,
      instead: `${number}、`,
    }),
  );

/** `【题号】1【题型】单选【题干】`: each field of a question has its label. */
function fieldsIn(text: string): Cut[] {
  return Array.from(text.matchAll(FIELDS), ({ 0: whole, 1: number, 2: type, 3: later, index }) => {
    const kind = (type ?? later ?? '').trim().replace(/题$/, '');
    return {
      from: index,
      to: index + whole.length,
      instead: `\n${number === undefined ? '' : `${number}.`}${kind === '' ? '' : `【${kind}题】`}`,
    };
  });
}

const FIELDS =
  /【(?:题号|序号|编号)】[ ]{0,3}(\d{1,4})\s{0,3}(?:【(?:题型|类型)】[ ]{0,3}([^【】\n]{2,8}?)\s{0,3})?【(?:题干|题目|问题)】|【(?:题型|类型)】[ ]{0,3}([^【】\n]{2,8}?)\s{0,3}【(?:题干|题目|问题)】/g;

/** `单选题 1/30` is how an app counts: a number with the type behind it. */
function countersIn(text: string): Cut[] {
  return Array.from(text.matchAll(COUNTER), ({ 0: whole, 1: type = '', 2: number = '', 3: last, index }) => ({
    from: index,
    to: index + whole.length,
    instead: last === undefined ? `${number}.【${type}】` : `(${number}题${type})`,
  }));
}

const ICONS = '(?:[☆★♡❤]?(?:收藏|纠错|分享|笔记|标记|举报|讨论)(?:\\s?[(（]\\d+[)）])?[ \\t|]{0,4}){0,8}';

const COUNTER = new RegExp(
  `^[ \\t]{0,8}[【\\[(（]?((?:单项?选?择?|多项?选?择?|不定项选?择?|判断|填空|简答|问答|案例分析|排序|共用题干)题)[】\\])）]?[ \\t]{0,4}(?:第[ \\t]?)?(\\d{1,3}(?:[-~～至](\\d{1,3}))?)[ \\t]{0,2}(?:题[ \\t]?)?[/／][ \\t]{0,2}(?:共[ \\t]?)?\\d{1,4}(?:[ \\t]?题)?[ \\t]{0,8}${ICONS}$`,
  'gm',
);
