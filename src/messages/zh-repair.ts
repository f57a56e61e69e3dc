import type { RepairCode } from '../core/history/repair-step.ts';

export const zhRepair = {
  sound: (events: number) => `历史文件完好（${events} 条记录），不用修复。`,
  soundFile: (path: string, events: number) => `${path}：完好，${events} 条记录。`,
  noHistory: '还没有历史，不用修复。',
  planTitle: (path: string) => `${path} 将这样修复：`,
  mended: (path: string, events: number) => `${path} 已修复，现在有 ${events} 条记录。`,
  step: (code: RepairCode, count: number, about: string): string => {
    switch (code) {
      case 'UTF16':
        return '从 UTF-16 转回 UTF-8';
      case 'BYTE_ORDER_MARK':
        return '去掉开头的 BOM';
      case 'CRLF':
        return `${count} 个行尾从 CRLF 改回 LF`;
      case 'OTHER_LAYOUT':
        return '恢复成一行一条记录的格式';
      case 'WRONG_HEADER':
        return '补上正确的第一行';
      case 'HEADER_INSIDE':
        return `去掉夹在中间的 ${count} 个开头行`;
      case 'NO_END_LINE':
        return '补上结束标记';
      case 'END_INSIDE':
        return `去掉夹在中间的 ${count} 个结束标记`;
      case 'CONFLICT_MARK':
        return `去掉 ${count} 行 git 冲突标记，两边的记录都保留`;
      case 'NUL':
        return `去掉 ${count} 行空字节（NUL）`;
      case 'EMPTY_LINE':
        return `去掉 ${count} 行没有内容的行`;
      case 'REWRITTEN':
        return `${count} 条记录混在别的内容里、断成几行或缺了逗号，取出来各占一行`;
      case 'REPEATED_ID':
        return `${count} 条重复的记录只留一条`;
      case 'ID_CONFLICT':
        return `${count} 条记录与前面的编号相同、内容不同：两条都保留，后一条换上新编号并标为撤销，不影响统计`;
      case 'FIELD_LEFT_OUT':
        return `${count} 条记录去掉内容不对的字段（${about}），原样另存`;
      case 'NOT_AN_EVENT':
        return `${count} 条记录缺少必要的字段（${about}），移出另存`;
      case 'TORN_TAIL':
        return `末尾没有写完整的 ${about} 字节移出另存`;
      case 'UNREADABLE':
        return `${count} 处读不出的内容移出另存`;
    }
  },
  places: (lines: readonly string[], isMore: boolean) => `（第 ${lines.join('、')}${isMore ? ' …' : ''} 行）`,
  kept: (events: number) => `能读出的 ${events} 条记录全部保留。`,
  willPutAside: (size: string) => `读不出的 ${size} 会原样存进旁边的 history.json.damaged-<时间>。`,
  aside: (size: string, path: string) => `读不出的 ${size} 原样存在 ${path}`,
  backup: (path: string) => `修复前的文件备份在 ${path}`,
  goBack: (name: string) => `要退回去：\`quiz history restore ${name}\``,
  inBackup: (name: string, events: number) =>
    `备份 ${name} 里有 ${events} 条现在没有的记录，可以合并回来：\`quiz history restore ${name} --keep-later\``,
  ask: '现在修复吗？',
  declined: '没有改动任何内容。',
  dryRun: '这是预演，没有改动任何内容。',
  needsYes: '没有改动任何内容：修复要先得到你的同意。',
  needsYesHint: '加上 --yes 就修复；只想看看会做什么，用 --dry-run。',
  whole: '现在历史文件完好。',
  foreign: (path: string) => `${path} 里没有任何 quiz 的记录，不能修复。`,
  foreignHint: '`quiz history backups` 列出备份，`quiz history restore <名称>` 恢复其中一份；不该在这里的文件请移走。',
};
