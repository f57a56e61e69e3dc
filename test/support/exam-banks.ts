const head = (id: string, papers: string): string => `format: quiz-bank/1
id: ${id}
title: 考试题库 ${id}
language: zh-CN
license: CC0-1.0
topics:
  sky: { title: 天空 }
  sea: { title: 大海 }
papers:
${papers}items:
`;

/** A paper of a hundred items in four sections, asked in the order of the bank; the right options are A, AC, true and `n`. */
export const HUNDRED = `${head(
  'hundred',
  `  mock:
    title: 百题卷
    minutes: 90
    pass: 60
    bands: { 优秀: 100, 合格: 60 }
    sections:
      - { title: 单项选择题, type: single, count: 60, points: 1, shuffle: false }
      - { title: 多项选择题, type: multiple, count: 10, points: 2, scoring: under-each, shuffle: false }
      - { title: 判断题, type: boolean, count: 20, points: 1, wrong: -0.5, shuffle: false }
      - { title: 填空题, type: blank, count: 10, points: 1, shuffle: false }
`,
)}${numbered(60, (n) => `{ id: s${n}, type: single, topic: sky, stem: 单选第${n}号, options: [对的, 不对的, 也不对], answer: A }`)}${numbered(
  10,
  (n) => `{ id: m${n}, type: multiple, topic: sea, stem: 多选第${n}号, options: [甲, 乙, 丙, 丁], answer: AC }`,
)}${numbered(20, (n) => `{ id: t${n}, type: boolean, topic: sea, stem: 判断第${n}号, answer: true }`)}${numbered(
  10,
  (n) => `{ id: b${n}, type: blank, stem: 填空第${n}号____, answer: [[答案${n}]] }`,
)}`;

function numbered(count: number, item: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => `  - ${item(n + 1)}\n`).join('');
}

const TELL = `  - id: tell
    type: short
    topic: sky
    stem: 说说云怎样变成雨。
    answer: 水滴变大，落下来。
    points:
      - { text: 水滴相互碰撞变大, keywords: [变大, 碰撞], points: 2 }
      - { text: 太重而落下, keywords: [落下], points: 2 }
`;

const TIDE = `  - id: tide
    type: case
    topic: sea
    title: 赶海
    material: 小林清早到海边，水退了三百米，他拾到一只贝壳。
    items:
      - { type: single, stem: 小林到海边是什么时候？, options: [清早, 半夜], answer: A }
      - { type: boolean, stem: 小林什么也没有拾到。, answer: 错 }
`;

/** A paper of seven questions of all kinds, in the order of the bank: one, many, steps, gap, tell, and a case of two. */
export const KINDS_PAPER = `${head(
  'kinds',
  `  all:
    title: 各种题型
    minutes: 30
    pass: 6
    sections:
      - { title: 选择题, groups: [{ items: [one, many, steps] }], points: 1, shuffle: false }
      - { title: 文字题, groups: [{ items: [gap, tell] }], points: 2, shuffle: false }
      - { title: 案例, type: case, count: 1, points: 4, shuffle: false }
`,
)}  - { id: one, type: single, topic: sky, stem: 晴天的天空是什么颜色？, options: [红色, 蓝色, 绿色, 黄色], answer: B }
  - { id: many, type: multiple, topic: sky, stem: 天上有哪些？, options: [太阳, 礁石, 月亮, 海带], answer: AC }
  - { id: steps, type: ordering, topic: sky, stem: 一天里先后是什么？, options: [正午, 清晨, 黄昏], answer: BAC }
  - { id: gap, type: blank, topic: sky, stem: 闪电之后听见____，雨后看见____。, answer: [[雷声, 打雷], 彩虹] }
${TELL}${TIDE}`;

/** A paper of one short answer, which is where typing begins at once. */
export const ESSAY_PAPER = `${head(
  'essay',
  `  one:
    title: 一道简答
    sections: [{ title: 简答题, type: short, count: 1, points: 4 }]
`,
)}${TELL}`;

/** A paper of plain questions whose right option is the first, asked in order. */
export const plainPaper = (count: number, id = 'plain'): string =>
  `${head(
    id,
    `  mock: { title: 小卷 ${id}, minutes: 30, sections: [{ title: 单选, type: single, count: ${count}, points: 1, shuffle: false }] }\n`,
  )}${numbered(count, (n) => `{ id: q${n}, type: single, topic: sky, stem: 第${n}号问题, options: [对的, 不对的], answer: A }`)}`;
