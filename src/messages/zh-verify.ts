import type { OddityCode, Wanted } from '../core/history/verify/finding.ts';
import { zh } from './zh.ts';
import { zhReasons } from './zh-backups.ts';

const HEADER = '{"format":"quiz-history","version":1,"events":[';
const END = '{"type":"end"}]}';

interface Fault {
  readonly code: string;
  readonly about: string;
  readonly wanted?: Wanted;
  readonly first?: { readonly file: string; readonly line: number };
}

const wanted: Record<Wanted, string> = {
  text: '文字',
  number: '数字',
  truth: 'true 或 false',
  rating: 'again、hard、good、easy 之一',
  object: '对象',
  list: '列表',
  texts: '文字的列表',
  numbers: '数字的列表',
  answers: '答案的列表',
  banks: '题库的列表，每项有 id',
  form: '题目的列表，每项有 item',
};

const rights: Record<string, string> = {
  BYTE_ORDER_MARK: '文件应该直接以 { 开头。',
  CRLF: '行尾应该是 LF。',
  WRONG_HEADER: `第一行应该是 ${HEADER}`,
  CONFLICT_MARK: '应该去掉标记，两边的记录都留下。',
  END_INSIDE: `${END} 应该只在最后一行。`,
  NO_END_LINE: `最后一行应该是 ${END}`,
  NOT_CLOSED: '每条记录应该以 }, 结束。',
  NUL: '记录里不该有空字节。',
  NOT_UTF8: '应该用 UTF-8 保存。',
  NOT_JSON: '每行应该是一条 JSON 记录，以 }, 结束。',
  NOT_AN_EVENT: '每条记录要有 id、type 和带时区的时间 at；答案还要有 session、mode、item、right、rating。',
  TORN_TAIL: '下次打开时会自动补好，`quiz history repair` 也可以。',
  UTF16: '应该用 UTF-8 保存。',
  OTHER_LAYOUT: '应该一行一条记录。',
  NOT_A_HISTORY: `历史文件应该以 ${HEADER} 开头。`,
  ID_CONFLICT: '一个编号应该只对应一条记录。',
};

export const zhVerify = {
  whole: zh.history.whole,
  empty: zh.history.empty,
  damaged: (faults: number, events: number) => `历史文件有 ${faults} 处损坏，其余 ${events} 条记录完好。`,
  newer: (path: string) => `${path} 由更新版本的 quiz 写成，只能按当前版本所知检查。`,
  span: (first: string, last: string) => `时间：${first} 至 ${last}`,
  counts: (sessions: number, answers: number, items: number, size: string) =>
    `${sessions} 场，${answers} 个答案，${items} 道题，${size}`,
  devices: (names: readonly string[]) => `设备：${names.join('，')}`,
  noDevice: '（没有写明）',
  backups: (count: number, newest: string | null, reason: string | null) =>
    newest === null ? '还没有备份。' : `备份：${count} 份，最新的是 ${newest}（${zhReasons[reason ?? ''] ?? reason}）`,
  line: (line: string, what: string) => `${zh.history.damagedLine(line, what)}。`,
  gap: '',
  what: ({ code, about, first }: Fault) => {
    switch (code) {
      case 'TORN_TAIL':
        return about === '0' ? '末尾缺少结束标记' : `末尾 ${about} 字节没有写完整（可能是断电或磁盘已满）`;
      case 'UTF16':
        return '文件被存成了 UTF-16';
      case 'OTHER_LAYOUT':
        return '文件被重新排版过';
      case 'NOT_A_HISTORY':
        return '这不是 quiz 的历史文件';
      case 'MISSING_FIELD':
        return `缺少 ${about}`;
      case 'WRONG_FIELD':
        return `${about} 的内容不对`;
      case 'ID_CONFLICT':
        return `编号 ${about} 在第 ${first?.line ?? '?'} 行已经有了，内容却不同`;
      default:
        return zh.history.reasons[code] ?? code;
    }
  },
  right: ({ code, about, wanted: kind }: Fault) => (kind ? `${about} 应该是${wanted[kind]}。` : (rights[code] ?? '')),
  oddTitle: '不算损坏，但值得留意：',
  odd: (code: OddityCode, count: number, about: string): string => {
    switch (code) {
      case 'REPEATED_ID':
        return `${count} 条记录重复出现，内容相同，只算一次`;
      case 'UNKNOWN_TYPE':
        return `${count} 条不认识的记录（${about}），照原样保留`;
      case 'OUT_OF_ORDER':
        return `${count} 处时间早于上一行（合并以后常见），读取时会按时间排好`;
      case 'DATED_AHEAD':
        return `${count} 条记录的时间在将来，可能当时的时钟不准`;
      case 'ODD_OFFSET':
        return `${count} 条记录的时区不在 -12 到 +14 之间`;
      case 'ID_TIME':
        return `${count} 条记录的编号与时间相差一小时以上`;
      case 'CLOCK_BACK':
        return `${count} 处时间在同一场里倒退了一分钟以上`;
      case 'VOIDS_NOTHING':
        return `${count} 次撤销找不到所撤销的记录`;
      case 'CAUSE_OF_NOTHING':
        return `${count} 条错因找不到对应的答案`;
      case 'NOT_STARTED':
        return `${count} 条记录所属的那一场没有开始的记录`;
      case 'NOT_ENDED':
        return `${count} 场没有结束的记录（中途断开，或者还在进行）`;
      case 'AFTER_END':
        return `${count} 个答案晚于那一场的结束`;
      case 'NOT_IN_FORM':
        return `${count} 个考试答案不在试卷里`;
    }
  },
  places: (places: readonly string[], isMore: boolean) => `（第 ${places.join('、')}${isMore ? ' …' : ''} 行）`,
  more: (count: number) => `……还有 ${count} 处，用 --json 看全部`,
  memoryAgrees: '记忆已重新计算，与保存的一致。',
  foldsPart: (count: number, some: string) =>
    `重新计算的记忆与缓存有 ${count} 处不同（${some}）。答案没有问题；缓存已删除，下次启动会重新计算。这是 quiz 自身的错误，请报告。`,
  readingsPart: (place: string) =>
    `第 ${place} 行：快速读取和完整读取的结果不同。历史没有问题，这是 quiz 自身的错误，请报告。`,
  next: '`quiz history repair --dry-run` 列出会怎样修复，`quiz history repair` 开始修复。',
  nextFile: '把好的备份恢复回来：`quiz history backups` 列出，`quiz history restore <名称>` 恢复。',
  noFile: (path: string) => `没有这个文件：${path}。`,
  noFileHint: '不写文件名，检查的就是自己的历史。',
};
