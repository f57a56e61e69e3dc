import type { StudyNotes, StudyQuestion } from '../../src/prompts/study/cards.ts';

const place = { page: 36, of: 260, topic: '服务的特性', nextTopic: 40, previousTopic: 20 };

export const aNotesCard = (fields: Partial<StudyNotes> = {}): StudyNotes => ({
  ...place,
  kind: 'notes',
  heading: ['主题笔记', '服务的特性'],
  title: '服务的特性',
  notes: '## 要点\n- **无形性**：看不见、摸不着。\n- **易逝性**：不能储存。',
  ...fields,
});

export const aStudyCard = (fields: Partial<StudyQuestion> = {}): StudyQuestion => {
  const stem = fields.stem ?? '演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。';
  return {
    ...place,
    kind: 'question',
    heading: ['单选题', '服务的特性'],
    starred: false,
    note: '',
    caseTitle: '',
    material: '',
    materialSeen: false,
    stem,
    answeredStem: stem,
    options: ['无形性', '易逝性', '差异性', '不可分离性'].map((text, n) => ({
      label: 'ABCD'[n] as string,
      text,
      right: n === 1,
      place: null,
    })),
    key: ['B 易逝性'],
    accepted: [],
    keyPoints: [],
    explanation: '服务不能储存，错过的产能永远失去。',
    ...fields,
  };
};

export const aFilledCard = (): StudyQuestion =>
  aStudyCard({
    heading: ['填空题', '服务的特性'],
    stem: '闪电之后听见____，雨后看见____。',
    answeredStem: '闪电之后听见__雷声__，雨后看见__彩虹__。',
    options: [],
    key: ['(1) 雷声', '(2) 彩虹'],
    accepted: ['(1) 也可以写：打雷'],
    explanation: '',
  });

export const aModelAnswer = (): StudyQuestion =>
  aStudyCard({
    heading: ['简答题', '服务的特性'],
    stem: '接到投诉后先做什么？',
    options: [],
    key: ['先倾听，', '再核实。'],
    keyPoints: ['倾听 (2)', '核实 (1)'],
    explanation: '',
  });

export const anOrder = (): StudyQuestion =>
  aStudyCard({
    heading: ['排序题', '服务的特性'],
    stem: '按先后排列。',
    options: ['回访', '倾听', '解决'].map((text, n) => ({
      label: 'ABC'[n] as string,
      text,
      right: false,
      place: [3, 1, 2][n] as number,
    })),
    key: ['B → C → A', '1. 倾听', '2. 解决', '3. 回访'],
    explanation: '',
  });
