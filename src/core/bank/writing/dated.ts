import type { ItemRule } from './rule.ts';

/** A fact that will not stay true. */
export const dated: ItemRule = {
  id: 'W28',
  severity: 'warning',
  check(question, say) {
    const found =
      /目前|最新|近年来|今年|去年|当前(?!客户|订单|通话|问题|页|班)|\b(?:currently|nowadays|this year|latest)\b/i.exec(
        question.stem,
      )?.[0];
    if (found) say(['stem'], { word: found });
  },
};
