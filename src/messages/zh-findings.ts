import type { FindingWords } from './messages.ts';
import { zhWriting } from './zh-writing.ts';

const near = (name: unknown): string => (name ? `是不是 ${name}？` : '');

const KINDS: Record<string, string> = {
  string: '文本',
  number: '数',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '键值对',
  record: '键值对',
};
const kinds = (expected: unknown): string =>
  String(expected)
    .split('/')
    .map((kind) => KINDS[kind] ?? kind)
    .join('、');

/** 题库错误的说明：哪里错了，怎样才对。 */
export const zhFindings: FindingWords = {
  FILE_UNREADABLE: ({ reason }) => ({ message: `无法读取这个文件（${reason}）。`, hint: '检查路径和权限。' }),
  FILE_TOO_LARGE: ({ megabytes, most }) => ({
    message: `文件有 ${megabytes} MB。`,
    hint: `题库最大 ${most} MB，请分成几个。`,
  }),
  NOT_UTF8: () => ({ message: '文件不是 UTF-8 编码。', hint: '在编辑器里另存为 UTF-8。' }),
  YAML_SYNTAX: ({ reason }) => ({
    message: `YAML 写法有误：${reason}。`,
    hint: '检查缩进、引号和冒号后的空格；{ … } 里的文字含有 {A}、逗号时要加引号。',
  }),
  YAML_TAG: ({ tag }) => ({ message: `不支持标签 ${tag}。`, hint: '去掉这个标签，直接写内容。' }),
  YAML_ALIASES: () => ({ message: '锚点和别名展开得太多。', hint: '把内容直接写出来，不用 &、*。' }),
  YAML_SEVERAL: () => ({ message: '一个文件里有多个 YAML 文档。', hint: '一个题库一个文件，去掉多余的 ---。' }),
  DUPLICATE_KEY: ({ key }) => ({ message: `“${key}”写了两遍。`, hint: '只留一个。' }),
  TOO_DEEP: () => ({ message: '嵌套太深。', hint: '题库没有这么多层，检查缩进和括号。' }),
  TOO_MANY_VALUES: () => ({ message: '行数或内容太多，查不完。', hint: '请分成几个文件；一个题库最多两万来道题。' }),
  MORE_FAULTS: ({ count }) => ({ message: `另外还有 ${count} 处错误。`, hint: '先改好前面这些，再检查一遍。' }),
  NOT_A_BANK: () => ({ message: '这不是题库。', hint: '题库以 format: quiz-bank/1 开头，并有 id、title、items。' }),
  WRONG_FORMAT: () => ({ message: '不认识的格式。', hint: '写 format: quiz-bank/1。' }),
  MISSING_FIELD: ({ field }) => ({ message: `缺少 ${field}。`, hint: `补上 ${field}。` }),
  UNKNOWN_FIELD: ({ field, near: name }) => ({
    message: `没有 ${field} 这个字段。`,
    hint: near(name) || '检查拼写；`quiz bank schema` 列出全部字段。',
  }),
  WRONG_TYPE: ({ expected }) => ({ message: '值的类型不对。', hint: `这里应该是${kinds(expected)}。` }),
  NOT_ALLOWED: ({ allowed }) => ({ message: '这个值不能用。', hint: `可以是：${allowed}。` }),
  BAD_ID: () => ({
    message: '名字里有不能用的字符。',
    hint: '只用小写字母、数字和 -，以字母或数字开头，最长 200 个字符。',
  }),
  OUT_OF_RANGE: ({ least, most }) => ({
    message: '数值超出范围。',
    hint: least === undefined ? `最大 ${most}。` : `最小 ${least}。`,
  }),
  EMPTY_TEXT: () => ({ message: '内容是空的。', hint: '写上内容，或去掉这个字段。' }),
  TOO_LONG: ({ most }) => ({ message: '文字太长。', hint: `最多 ${most} 个字，请拆开。` }),
  TOO_FEW: ({ bound }) => ({ message: '数量太少。', hint: `至少要 ${bound} 个。` }),
  TOO_MANY: ({ bound }) => ({ message: '数量太多。', hint: `最多 ${bound} 个。` }),
  BAD_DURATION: () => ({ message: '时长的写法不对。', hint: '写成 30s 或 2m。' }),
  MISSING_ID: () => ({ message: '这道题没有 id。', hint: '加一个不再改变的 id，学习进度靠它。' }),
  DUPLICATE_ID: ({ id, first }) => ({ message: `id“${id}”和第 ${first} 题重复。`, hint: '改成不同的 id。' }),
  UNKNOWN_TOPIC: ({ topic, near: name }) => ({
    message: `topics 里没有“${topic}”。`,
    hint: near(name) || '先在 topics 里加上这个主题。',
  }),
  NO_KEY: () => ({ message: '没有答案。', hint: '加上 answer。' }),
  BAD_KEY: () => ({ message: '答案不是选项字母。', hint: '写成 B、ABD 或 [A, B, D]。' }),
  KEY_NOT_AN_OPTION: ({ letters, last }) => ({ message: `答案 ${letters} 不在选项里。`, hint: `选项只到 ${last}。` }),
  KEY_COUNT: ({ type, count }) => ({
    message: type === 'single' ? `单选题有 ${count} 个答案。` : '答案里有重复的字母。',
    hint: type === 'single' ? '留一个，或把 type 改成 multiple。' : '每个字母只写一次。',
  }),
  SAME_OPTIONS: ({ first, second }) => ({ message: `选项 ${first} 和 ${second} 一样。`, hint: '改掉其中一个。' }),
  BAD_TRUTH: () => ({ message: '判断题的答案看不懂。', hint: '写 true 或 false（对、错、√、× 也行）。' }),
  ORDER_INCOMPLETE: ({ count, given }) => ({
    message: `排序答案 ${given} 没有把 ${count} 个选项各写一次。`,
    hint: `按顺序写全 ${count} 个字母。`,
  }),
  BLANK_COUNT: ({ blanks, answers }) => ({
    message: `题干有 ${blanks} 个空，答案有 ${answers} 个。`,
    hint: '空写成 ____，每个空对应一项答案。',
  }),
  BAD_GROUP: ({ answers }) => ({ message: 'any-order 里的编号不对。', hint: `编号从 1 到 ${answers}，不重复。` }),
  NO_POINTS: () => ({ message: '简答题没有要点。', hint: '加上 points，每个要点写 text 和 keywords。' }),
  PAPER_SHORT: ({ count, has, fitting }) => ({
    message:
      Number(fitting) > Number(has)
        ? `要 ${count} 题，符合条件的 ${fitting} 题要先分给前面，只剩 ${has} 题。`
        : `要 ${count} 题，符合条件的只有 ${has} 题。`,
    hint: '减少 count，或者补题。',
  }),
  SECTION_EMPTY: () => ({ message: '没有写明要几道题。', hint: '写 count，或用 items 列出题目 id。' }),
  UNKNOWN_ITEM: ({ id, near: name }) => ({ message: `没有 id 为“${id}”的题。`, hint: near(name) || '检查 id。' }),
  PASS_TOO_HIGH: ({ pass, total }) => ({ message: `及格线 ${pass} 高于总分 ${total}。`, hint: `不能超过 ${total}。` }),
  UNKNOWN_PAPER: ({ paper, near: name }) => ({
    message: `papers 里没有“${paper}”这张试卷。`,
    hint: near(name) || '试卷在别的题库里时，写明 bank。',
  }),
  PAPER_TWICE: ({ paper, first }) => ({ message: `试卷“${paper}”和第 ${first} 项重复。`, hint: '一张试卷只写一次。' }),
  NO_PASS_MARK: ({ paper }) => ({
    message: `试卷“${paper}”没有及格线，看不出怎样算通过。`,
    hint: '在这里或在试卷里写 pass。',
  }),
  NEED_TOO_HIGH: ({ need, papers }) => ({
    message: `要通过 ${need} 张，这里只有 ${papers} 张试卷。`,
    hint: `need 最大 ${papers}；不写就是全部通过。`,
  }),
  UNKNOWN_RULE: ({ rule }) => ({ message: `没有规则 ${rule}。`, hint: '规则编号见 README 的“命题规则”。' }),
  NO_REASON: ({ rule }) => ({ message: `关闭规则 ${rule} 没有写理由。`, hint: `写成 allow: [${rule}: 理由]。` }),
  ...zhWriting,
};
