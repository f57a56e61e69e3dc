import type { FindingParams } from '../core/bank/finding.ts';
import type { RuleId } from '../core/bank/writing/rule.ts';
import type { Explained } from './messages.ts';

const SUSPECTS = {
  lookalike: (code: string): string => `有可疑字符 ${code}，可能顶替了别的字`,
  control: (code: string): string => `有控制字符 ${code}，会操纵终端`,
  direction: (code: string): string => `有改变文字方向的字符 ${code}，看到的和写下的不一样`,
  surrogate: (code: string): string => `有半个字符 ${code}，存不进文件`,
  invisible: (code: string): string => `有看不见的字符 ${code}，谁也打不出来`,
};

/** 命题规则的提醒：哪里会让人不懂也能猜中，或者懂了也答错，怎样改。 */
export const zhWriting: Record<RuleId, (params: FindingParams) => Explained> = {
  E02: ({ a, b }) => ({ message: `选项 ${a} 和 ${b} 说的是同一件事。`, hint: '改写其中一个。' }),
  E03: ({ other }) => ({ message: `和 ${other} 是同一道题，答案却不同。`, hint: '查清哪个对，删掉另一道。' }),
  E04: ({ said, key }) => ({
    message: said ? `解析说选 ${said}，答案却是 ${key}。` : `解析说 ${key} 是错的，答案却是 ${key}。`,
    hint: '查清哪个对，改掉另一个；选项用 {A} 这样的写法。',
  }),
  E05: ({ code, kind, around }) => ({
    message: `${SUSPECTS[kind as keyof typeof SUSPECTS](String(code))}（“${around}”）。`,
    hint: kind === 'lookalike' ? '换成正确的字。' : '删掉它；拿不准就把前后的字重新打一遍。',
  }),
  E06: () => ({ message: '解析没有写完。', hint: '补上后半句。' }),
  E07: ({ text }) => ({
    message: `没有什么能和“${text}”匹配：空格、引号和句末标点都不算。`,
    hint: '让答案里有字，或者改成选择题。',
  }),
  W01: ({ letter, times, of, p }) => ({
    message: `答案偏在 ${letter}：${of} 道单选里有 ${times} 道（随机出现的概率 ${p}）。`,
    hint: '随机打乱选项的位置，不要凑均匀。',
  }),
  W02: ({ length, usual }) => ({
    message: `正确选项明显更长（${length} 字，其他约 ${usual} 字）。`,
    hint: '把正确选项写短，或把干扰项写得一样细。',
  }),
  W03: ({ times, of, p }) => ({
    message: `${of} 道单选里有 ${times} 道，最长的选项就是答案（随机出现的概率 ${p}）。`,
    hint: '把一部分正确选项写短，让长度不再泄露答案。',
  }),
  W04: ({ count }) => ({
    message: `${count} 个干扰项用了“一定、所有、绝对”一类的词，正确选项没有。`,
    hint: '去掉这些词，让干扰项错在内容上。',
  }),
  W05: () => ({ message: '只有正确选项用了“一般、通常、可能”一类的词。', hint: '去掉，或者让其他选项也这样写。' }),
  W06: () => ({ message: '用了“以上都对”。', hint: '换成一个具体的选项，或改成多选题。' }),
  W07: () => ({ message: '用了“以上都不对”。', hint: '换成一个具体的选项。' }),
  W08: () => ({
    message: '题干在问“不是、错误”的一项，却没有强调，或者选项也是否定句。',
    hint: '把否定词加粗 **不**，或改成正面提问。',
  }),
  W09: ({ right }) => ({
    message: right === 1 ? '多选题只有一个正确选项。' : '多选题的选项全部正确。',
    hint: right === 1 ? '改成单选题。' : '换掉一两个选项。',
  }),
  W10: () => ({ message: '正确选项重复了题干里的词，其他选项没有。', hint: '换个说法，或让干扰项也用到这些词。' }),
  W11: () => ({ message: '正确选项和其他选项重合最多，像是照着它编的干扰项。', hint: '让干扰项各有来由。' }),
  W12: ({ ending }) => ({
    message: `题干问的是“…${ending}”，只有正确选项以“${ending}”结尾。`,
    hint: '让干扰项也是同一类词。',
  }),
  W13: () => ({ message: '有一个选项和其他的不是一类（数字、整句、括号）。', hint: '让选项在形式上一致。' }),
  W14: ({ count }) => ({
    message: `${count} 个干扰项一看就不该做（推卸、忽视之类）。`,
    hint: '换成半懂不懂的人真会做的事。',
  }),
  W15: () => ({ message: '数字选项没有按大小排。', hint: '从小到大排好；`--fix` 可以代劳。' }),
  W16: () => ({ message: '选项里的范围有重叠。', hint: '让范围互不相交。' }),
  W17: () => ({ message: '题干没有提出问题。', hint: '在题干里把要问的说清楚。' }),
  W18: ({ length, most }) => ({ message: `题干有 ${length} 字。`, hint: `删到 ${most} 字以内，或改成案例题。` }),
  W19: ({ length }) => ({
    message: length === 0 ? '没有解析。' : '解析太短。',
    hint: '说明为什么对，以及最容易选错的那项错在哪里。',
  }),
  W20: () => ({ message: '解析里直接写了选项字母，选项打乱后会说错。', hint: '写成 {B}。' }),
  W21: ({ other }) => ({ message: `和 ${other} 几乎一样。`, hint: '只留一道，或者换个角度问。' }),
  W22: ({ other }) => ({ message: `答案出现在 ${other} 的题干里。`, hint: '同一份卷子里不要同时出；换个说法更好。' }),
  W23: () => ({ message: '这道题要靠上一题才能答。', hint: '写成能独立作答的题，或改成案例题。' }),
  W24: ({ right, of }) => ({ message: `${of} 道判断题里有 ${right} 道是对的，偏了。`, hint: '对错大致各半。' }),
  W25: ({ count, usual }) => ({
    message: `这道题有 ${count} 个选项，其他单选题是 ${usual} 个。`,
    hint: `改成 ${usual} 个。`,
  }),
  W26: ({ count }) => ({
    message: count === 0 ? '题干一开头就是空。' : `一题有 ${count} 个空。`,
    hint: count === 0 ? '把空放到句子中间或后面。' : '拆成几道题。',
  }),
  W27: ({ point, unearned }) => ({
    message:
      point === 0
        ? '简答题没有要点。'
        : unearned
          ? `参考答案里没有要点 ${point} 的任何关键词，照抄也得不到分。`
          : `要点 ${point} 没有关键词。`,
    hint: point === 0 ? '写出 points，每个要点给分。' : '写几个作答时会出现的词。',
  }),
  W28: ({ word }) => ({ message: `题干里有“${word}”，过一阵就不对了。`, hint: '写明年份或版本。' }),
  W29: () => ({ message: '题目问的是个人看法，却要按要点判分。', hint: '改成问事实、步骤或理由。' }),
  W30: () => ({ message: '一道判断题里有两个判断。', hint: '拆成两道。' }),
  I01: ({ topic, stock, count }) => ({
    message: topic ? `主题 ${topic} 没有题目。` : `这一部分要抽 ${count} 题，题库里只有 ${stock} 题可抽。`,
    hint: topic ? '补几道题。' : '题多几倍，每次组卷才不会重复。',
  }),
};
