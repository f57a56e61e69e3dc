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
  import: {
    more: doubts.more,
    file: (name: string, rows: number) => `${name}：${rows} 行`,
    scale: (scale: string) => `  评分按 ${scale}`,
    scales: {
      '1-4': '1 到 4 读（1 重来，2 困难，3 良好，4 简单；如果是 SM-2 的 0 到 5，加 --scale 0-5）',
      '0-5': 'SM-2 的 0 到 5 读（0、1、2 算重来，3 困难，4 良好，5 简单）',
      words: '重来、困难、良好、简单（again、hard、good、easy）读',
      'right-wrong': '对错读（对算良好，错算重来）',
    },
    unread: (names: string) => `  没有用到的列：${names}`,
    fresh: (reviews: number, questions: number, days: string, ratings: string) =>
      `  新增复习 ${reviews} 次，涉及 ${questions} 题，${days}：${ratings}`,
    ratings: { again: '重来', hard: '困难', good: '良好', easy: '简单' },
    days,
    already: (rows: number) => `  已有 ${rows} 行`,
    refused: (rows: number) => `  没有导入 ${rows} 行：`,
    refusedRow: (place: string, why: string) => `    ${place} ${why}`,
    unknown: (questions: number) => `  有 ${questions} 题不在手头的题库里，复习照样记下：`,
    unknownItem: (item: string, line: number, near: string) =>
      `    第 ${line} 行 ${item}${near ? `（是不是 ${near}？）` : ''}`,
    listGap: '，',
    names: '、',
    reasons: {
      NO_ITEM: () => '没有题目',
      UNKNOWN_ITEM: (cell: string, near: string) => `没有这道题：“${cell}”${near ? `，是不是 ${near}？` : ''}`,
      SEVERAL_ITEMS: (cell: string, names: string) => `“${cell}”不止一道题：${names}`,
      NEEDS_BANK: (cell: string, near: string) =>
        `“${cell}”没有说是哪个题库，用 --bank 指定${near ? `；是不是 ${near}？` : ''}`,
      UNKNOWN_CARD: (cell: string) => `手头没有卡片编号为 ${cell} 的题，用 --map 给出对照表`,
      NO_DATE: () => '没有日期',
      BAD_DATE: (cell: string) => `日期看不懂：“${cell}”，请写成 2026-01-05 或 2026-01-05 20:03`,
      YEAR_LAST: (cell: string) => `“${cell}”分不清月和日，请把年写在前面，如 2026-01-05`,
      TOO_EARLY: (cell: string) => `日期早于 1970 年：“${cell}”`,
      IN_FUTURE: (cell: string) => `日期在将来：“${cell}”`,
      NO_GRADE: () => '没有评分',
      BAD_GRADE: (cell: string) => `评分看不懂：“${cell}”`,
      BAD_MS: (cell: string) => `用时不是毫秒数：“${cell}”`,
      MORE_CELLS: () => '单元格比表头多，可能有没加引号的逗号',
      UNCLOSED_QUOTE: () => '引号没有结束，后面的内容都算在了这一行里',
      NUL: () => '含有空字节（NUL）',
    },
    noRows: '  表里没有数据。',
    nothingNew: '没有新内容，历史没有改动。',
    nothingReadable: '一行也没有读懂，历史没有改动。',
    wouldImport: '这是导入计划，什么也没有写入。去掉 --dry-run 就会导入。',
    imported: (reviews: number) => `已导入 ${reviews} 次复习，计入复习安排，不计入成绩和错题本。`,
    due: (before: number, after: number) => `今天到期：导入前 ${before} 题，导入后 ${after} 题。`,
    dueWould: (before: number, after: number) => `今天到期：现在 ${before} 题，导入后会是 ${after} 题。`,
    notByUndo: '`quiz undo` 只撤销在这里答的题，不撤销导入。',
    restoreHint: '导入的复习要用备份退回去：`quiz history backups` 列出备份，`quiz history restore <备份>` 恢复。',
    listed: (reviews: number, questions: number, days: string) =>
      `另有导入的复习 ${reviews} 次，涉及 ${questions} 题（${days}），只计入复习安排。`,
    faults: {
      missing: (path: string) => `没有这个文件：${path}。`,
      missingHint: '检查一下路径再试。',
      tooLarge: (path: string) => `${path} 太大，读不进来。`,
      tooLargeHint: '把表格拆成几份，每份不超过 512 MB。',
      notUtf8: (path: string) => `${path} 不是 UTF-8 编码。`,
      notUtf8Hint: '在表格软件里另存为“CSV UTF-8（逗号分隔）”再导入。',
      empty: (path: string) => `${path} 是空的。`,
      emptyHint: '第一行写列名，如 item,date,grade，下面每行一次复习。',
      noColumns: (path: string, columns: string) => `${path} 的第一行缺少这些列：${columns}。`,
      noColumnsHint: (found: string) =>
        `现有的列：${found}。需要三列，可以叫 题目（item）、日期（date）、评分（grade）；可选 题库（bank）、毫秒（ms）。`,
      columns: { item: '题目（item）', date: '日期（date）', grade: '评分（grade）' },
      repeated: (path: string, names: string) => `${path} 里有两列意思相同：${names}。`,
      repeatedHint: '删掉其中一列再导入。',
      mixed: (examples: string) => `评分有两种写法：${examples}。`,
      example: (text: string, line: number) => `第 ${line} 行是“${text}”`,
      mixedHint: '用 --scale 指定按哪一种读（1-4、0-5、words、right-wrong），其余的行会列出来不导入。',
      undecided: (values: string) => `看不出评分 ${values} 是哪一种写法。`,
      undecidedHint: '用 --scale 指定：1-4、0-5，或 right-wrong（1 对，0 错）。',
      notAMap: (path: string) => `${path} 不是卡片编号的对照表。`,
      notAMapHint: '对照表有两列：card_id 和 item，由 `quiz history export --anki-revlog --map <文件>` 写出。',
    },
  },
  export: {
    events: (events: number) => `共导出 ${events} 条记录。`,
    reviews: (reviews: number, questions: number) =>
      `共导出 ${reviews} 次复习，涉及 ${questions} 题。在 FSRS 工具里，时区填你所在的时区，一天从 4 点开始（next day starts at 4）。`,
    moved: (item: string) => `${item} 的卡片编号与另一题相同，已顺延到下一个；请一并导出 --map 对照表。`,
    headless: (questions: number) =>
      `有 ${questions} 题的第一次复习在 --since 之前，没有导出；FSRS 工具可能会跳过这些题。`,
    onlyRevlog: (flag: string) => `${flag} 要和 --anki-revlog 一起用。`,
    onlyRevlogHint: '不加 --anki-revlog 时导出的是全部历史。',
    ownHistory: (path: string) => `${path} 就是答题历史本身（或它的归档），不能导出到这里。`,
    ownHistoryHint: '换一个文件名。',
    notWrittenHint: '历史没有改动。腾出空间或换一个文件再试；去掉 -o 就显示在屏幕上。',
  },
  backup: (path: string) => `改动前的历史备份在 ${path}`,
  goBack: (name: string) => `想退回去：\`quiz history restore ${name}\``,
  noBackup: '之前没有历史，所以没有备份。',
};
