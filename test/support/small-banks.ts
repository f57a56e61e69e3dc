const head = (id: string): string => `format: quiz-bank/1
id: ${id}
title: 小题库 ${id}
language: zh-CN
license: CC0-1.0
topics:
  sky: { title: 天空 }
  sea: { title: 大海 }
`;

/** One question of each type, in an order that is asked as it stands. */
export const KINDS = `${head('kinds')}items:
  - id: one
    type: single
    topic: sky
    stem: 晴天的天空是什么颜色？
    options: [红色, 蓝色, 绿色, 黄色]
    answer: B
    explanation: 散射使天空成为{B}，晚霞才是{A}。
  - id: many
    type: multiple
    topic: sky
    stem: 天上有哪些？
    options: [太阳, 礁石, 月亮, 海带]
    answer: AC
    explanation: 选{A}和{C}。
  - id: truth
    type: boolean
    topic: sky
    stem: 月亮自己会发光。
    answer: 错
    explanation: 月光来自太阳。
  - id: steps
    type: ordering
    topic: sky
    stem: 一天里先后是什么？
    options: [正午, 清晨, 黄昏]
    answer: BAC
  - id: gap
    type: blank
    topic: sky
    stem: 闪电之后听见____，雨后看见____。
    answer: [[雷声, 打雷], 彩虹]
  - id: tell
    type: short
    topic: sky
    stem: 说说云怎样变成雨。
    answer: |
      水滴变大，
      落下来。
    points:
      - { text: 水滴相互碰撞变大, keywords: [变大, 碰撞], points: 2 }
      - { text: 太重而落下, keywords: [落下], points: 1 }
      - { text: 云里的温度低, points: 1 }
  - id: tide
    type: case
    topic: sea
    title: 赶海
    material: 小林清早到海边，水退了三百米，他拾到一只贝壳。
    items:
      - { type: single, stem: 小林到海边是什么时候？, options: [清早, 半夜], answer: A }
      - { type: boolean, stem: 小林什么也没有拾到。, answer: 错 }
`;

/** Many plain questions: the right option of each is 对的, the first of two. */
export const many = (count: number, id = 'many'): string =>
  `${head(id)}items:\n${Array.from(
    { length: count },
    (_, n) => `  - id: q${n + 1}
    type: single
    topic: sky
    stem: 第${n + 1}号问题
    options: [对的, 不对的]
    answer: A
    explanation: 第${n + 1}号解析
`,
  ).join('')}`;
