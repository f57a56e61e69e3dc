import { zhCauses } from './zh.ts';

export const zhMistakes = {
  head: (inBook: number, left: number, isLeftListed: boolean) => {
    if (left === 0) return `错题本里有 ${inBook} 题。`;
    return `错题本里有 ${inBook} 题，已离开 ${left} 题${isLeftListed ? '' : '（加 --all 一起列出）'}。`;
  },
  none: '没有错题。',
  noneMatches: '没有符合条件的错题。',
  cut: (listed: number, of: number) => `只列出前 ${listed} 题，共 ${of} 题。`,
  times: (wrong: number, answered: number) => `错 ${wrong}/${answered}`,
  lastWrong: (day: string) => `最近错 ${day}`,
  chose: (times: number, letter: string, text: string) => `${times} 次选 ${letter} ${text}`,
  leftOut: (times: number, letter: string, text: string) => `${times} 次漏选 ${letter} ${text}`,
  said: (times: number, value: boolean) => `${times} 次答“${value ? '对' : '错'}”`,
  lettersGiven: (times: number, letters: string) => `${times} 次答 ${letters}`,
  typed: (times: number, text: string) => `${times} 次写“${text}”`,
  unanswered: (times: number) => `${times} 次未答`,
  causes: zhCauses,
  and: '、',
  causeTimes: (cause: string, times: number) => (times > 1 ? `${cause}×${times}` : cause),
  missing: (days: number, stability: { readonly now: string | null; readonly wanted: string } | null) => {
    const memory =
      stability && `记忆稳定到 ${stability.wanted} 天${stability.now === null ? '' : `（现在 ${stability.now} 天）`}`;
    return `还差：${[days > 0 ? `再答对 ${days} 天` : '', memory].filter(Boolean).join('，')}`;
  },
  left: (day: string) => `${day} 离开错题本`,
  noBank: '题库里找不到这道题',
  rule: (days: number, stability: number) =>
    `规则：答错一次就进错题本，没有作答也算。最后一次答错以后，在 ${days} 个不同的学习日各答对一次（猜对的不算），并且记忆稳定到 ${stability} 天以上，就离开；再答错又回来。`,
  causeHint: '补记错因：`quiz mistakes cause <题目> <不会|记错|看错题|粗心>`',
  nothingWrong: (item: string) => `错题本里没有“${item}”。`,
  near: (items: string) => `是不是 ${items}？\`quiz mistakes --all\` 列出全部。`,
  notOne: (item: string, count: number) => `错题本里有 ${count} 道题的编号含“${item}”。`,
  several: (items: string) => `请写完整，例如：${items}`,
  listAll: '`quiz mistakes --all` 列出全部。',
  causeKept: (item: string, day: string, cause: string) => `已记下：${item} ${day} 答错的原因是“${cause}”。`,
};
