import { sizeText } from './size.ts';

const span = (from: string, until: string): string => (from === until ? from : `${from} 至 ${until}`);
const change = (before: number, after: number): string => `${sizeText(before)} → ${sizeText(after)}`;

export const zhArchive = {
  inFile: (file: string, text: string) => `${file}：${text}`,
  beforeMissing: '没有说归档到哪一天。',
  beforeMissingHint: (example: string) =>
    `例如 \`quiz history archive --before ${example}\`：把 ${example} 以前的记录移到归档文件。`,
  nothing: (day: string) => `${day} 以前没有可归档的记录，历史文件没有改动。`,
  plan: (events: number, from: string, until: string) => `归档 ${events} 条记录（${span(from, until)}）：`,
  into: (file: string, isThere: boolean) => `  移到 ${file}${isThere ? '（已有这个文件，合并进去）' : ''}`,
  already: (events: number) => `  其中 ${events} 条归档里已经有了，只从历史文件里去掉`,
  sizes: (history: readonly [number, number], archive: readonly [number, number]) =>
    `  历史文件 ${change(...history)}，归档文件 ${change(...archive)}`,
  staying: {
    open: (n: number) => `  留下 ${n} 条：属于还没交卷的考试或练习`,
    straddling: (n: number) => `  留下 ${n} 条：同一次练习或相关的更正在这一天之后还有记录`,
    future: (n: number) => `  留下 ${n} 条：后面紧跟着日期在未来的记录（当时时钟不准），要靠它们定位`,
    disputed: (n: number) => `  留下 ${n} 条：编号与另一条内容不同的记录重复`,
  },
  counted: '归档的记录照样计入统计、错题本和复习安排；没有这条命令，什么也不会归档。',
  question: '现在归档吗？',
  needsYes: '归档要先得到你的同意。',
  needsYesHint: '加上 --yes 就归档；只想看看会做什么，用 --dry-run。',
  declined: '没有归档，文件没有改动。',
  dryRun: '以上是计划，没有写入任何文件。去掉 --dry-run 就照此归档。',
  done: (events: number) => `已归档 ${events} 条记录。`,
  lagging: (events: number) => `还有 ${events} 条暂时两边都有（刚好有别的窗口在写），只算一次；下次归档时去掉。`,
  goBack: (file: string) => `想放回历史文件：把 ${file} 移出 archive 文件夹，再用 \`quiz history merge\` 并回来。`,
};
