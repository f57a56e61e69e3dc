/** 写题库的人看到的话。 */
export const zhAuthors = {
  created: (path: string) => `新题库在 ${path}，删掉示例，写上自己的题。`,
  thenCheck: (path: string) => `写好以后：quiz bank check ${path}`,
  unchanged: '没有改动。',
  kept: (path: string, items: number) => `已保存：${path}，${items} 题。`,
  ownCopy: (path: string) => `自带的题库不改动；改过的另存到 ${path}，以后用这一份。`,
  gone: (items: string) => `这些题的 id 不见了，旧的学习记录不会算到新 id 上：${items}`,
  draftKept: (path: string) => `原题库没有动，改了一半的稿子在 ${path}`,
  overtaken: (path: string) => `编辑期间 ${path} 被别的程序改过，没有覆盖。`,
  editAgain: '有错误，回去接着改吗？',
  noEditor: '没有设置编辑器。',
  noEditorHint: (line: string) => `先设置 EDITOR，例如 export EDITOR=nano；也可以自己打开 ${line}`,
  editorFailed: (editor: string) => `编辑器 ${editor} 没有正常结束。`,
  editorLook: '检查 EDITOR 的设置。',
  editorFailedHint: (draft: string) => `检查 EDITOR 的设置；稿子在 ${draft}`,
  itemUnknown: (item: string) => `没有叫“${item}”的题。`,
  itemNear: (near: string) => `是不是 ${near}？`,
  itemFind: '用 `quiz bank find` 按内容找。',
  itemSeveral: (item: string, count: number) => `“${item}”可以是 ${count} 道题。`,
  itemWhich: (some: string) => `写全，例如：${some}`,
  exists: (path: string) => `${path} 已经有了，没有覆盖。`,
  existsHint: (id: string) => `换个名字，或者用 \`quiz bank edit ${id}\` 改它。`,
  badName: (name: string) => `题库不能叫“${name}”。`,
  badNameHint: '用小写字母、数字和连字符，例如 my-bank；也可以给出以 .yaml 结尾的路径。',
  next: '再次出现时就是新的内容。',
  starter: (id: string) => `# 题库格式：quiz-bank/1。带 # 的行是说明，可以删掉。
format: quiz-bank/1
# 稳定的名字：小写字母、数字、连字符。学习记录挂在它上面，用起来以后不要改。
id: ${id}
title: 我的题库
language: zh-CN
# 别人怎样可以用它，例如 CC-BY-4.0；不想分享就删掉这一行。
license: CC-BY-4.0

# 主题可以嵌套；notes 在 quiz study 里先读。
topics:
  basics:
    title: 基础
    notes: |
      - 服务**不能储存**：空着的座位今天没有卖出去，就永远卖不出去了。

# 试卷：从题库里抽题。quiz exam 计时考，quiz paper 打印。
papers:
  quick:
    title: 小测
    minutes: 5
    sections:
      - { title: 全部题型, count: 3, points: 2 }

items:
  # 单选：id 定下来就不要改；题干、选项改错别字不影响学习记录。
  - id: perishable
    type: single
    topic: basics
    # 难度 1（易）到 5（难）
    difficulty: 2
    stem: 演出开始后仍空着的座位再也卖不出去，这体现了服务的哪种特点？
    options: [无形性, 易逝性, 差异性, 同步性]
    answer: B
    # 说清对的为什么对，最像的为什么不对。选项会打乱，字母写成 {B} 才会跟着变。
    explanation: 产能不能储存，错过就永远失去，所以是{B}；{A}说的是看不见摸不着。

  # 多选：少选得分按试卷的规则算。
  - id: wait-shorter
    type: multiple
    topic: basics
    stem: 下列做法中，哪些能让排队的客户觉得等得短一些？
    options: [告诉他还要等多久, 让他提前填好表格, 撤掉等候区的座位, 先来后到始终如一]
    answer: ABD
    explanation: 知道还要等多久、有事可做、公平，都让等待显得短；撤掉座位只会让人更难熬。

  # 判断：对 / 错
  - id: stored
    type: boolean
    topic: basics
    stem: 服务可以像商品那样放进仓库里储存。
    answer: 错
    explanation: 服务的生产和消费同时进行，没有可以放进仓库的东西。

  # 填空：____ 是空；每个空可以有几种写法。
  - id: capacity
    type: blank
    topic: basics
    stem: 旺季提价、淡季打折，是在用____调节需求。
    answer: [[价格, 定价]]
    explanation: 用价格把旺季的需求移到淡季，让不能储存的产能少浪费。
`,
};
