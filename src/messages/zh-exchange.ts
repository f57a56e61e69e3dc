const days = (from: string, to: string): string => (from === to ? from : `${from} 至 ${to}`);

const doubts = {
  unreadable: (place: string, reason: string) => `  ${place} 读不出来：${reason}`,
  torn: (place: string) => `  ${place} 文件没有结束，末尾可能缺了记录`,
  more: (count: number) => `  ……还有 ${count} 条（--json 全部列出）`,
};

/** 历史的合并、导入、导出。 */
export const zhExchange = {
  merge: {
    ...doubts,
    file: (name: string, events: number) => `${name}：${events} 条记录`,
    fresh: (events: number, parts: string) => `  新增 ${events} 条：${parts}`,
    parts: ({ answers, sessions, imported }: { answers: number; sessions: number; imported: number }) =>
      [
        answers > 0 ? `答题 ${answers} 次` : '',
        sessions > 0 ? `练习和考试 ${sessions} 场` : '',
        imported > 0 ? `导入的复习 ${imported} 次` : '',
      ]
        .filter(Boolean)
        .join('、') || '没有答题',
    days,
    devices: (names: string) => `设备 ${names}`,
    future: (events: number) => `  其中 ${events} 条的日期在将来（当时的时钟不准），仍排在它们前面那一条之后`,
    already: (events: number) => `  已有 ${events} 条`,
    conflicts: (count: number) => `  编号相同、内容不同的 ${count} 条，两边都保留，计入结果的是排在前面的一条：`,
    conflict: (id: string) => `    ${id}`,
    difference: (field: string, here: string | null, there: string | null) =>
      `      ${field}：这里 ${here ?? '没有'}，文件里 ${there ?? '没有'}`,
    listGap: '，',
    nothingNew: '没有新内容，历史没有改动。',
    placedAnew: '没有新内容；日期在将来的记录（当时的时钟不准）按文件里的先后排好了。',
    wouldMerge: '这是合并计划，什么也没有写入。去掉 --dry-run 就会合并。',
    merged: (events: number, answers: number) => `已合并：增加 ${events} 条记录，其中答题 ${answers} 次。`,
    due: (before: number, after: number) => `今天到期：合并前 ${before} 题，合并后 ${after} 题。`,
    dueWould: (before: number, after: number) => `今天到期：现在 ${before} 题，合并后会是 ${after} 题。`,
    missing: (path: string) => `没有这个文件：${path}。`,
    missingHint: '没有合并任何内容。检查一下路径再试。',
    foreign: (path: string) => `${path} 不是答题历史。`,
    foreignHint:
      '没有合并任何内容。可以合并的有：history.json、备份（.json.gz）、归档文件；表格用 `quiz history import`。',
    tooLarge: (path: string) => `${path} 太大，读不进来。`,
    tooLargeHint: '没有合并任何内容。答题历史不会超过 512 MB，检查一下是不是拿错了文件。',
  },
  backup: (path: string) => `改动前的历史备份在 ${path}`,
  goBack: (name: string) => `想退回去：\`quiz history restore ${name}\``,
  noBackup: '之前没有历史，所以没有备份。',
};
