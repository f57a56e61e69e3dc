import { type ItemRule, isChoosing } from './rule.ts';
import { folded, lengthOf } from './text.ts';

/** A stem that asks nothing by itself. */
export const unfocused: ItemRule = {
  id: 'W17',
  severity: 'warning',
  check(question, say, parent) {
    if (!isChoosing(question) || parent) return;
    const plain = folded(question.stem);
    const isEmpty =
      /^(?:下列|以下|关于).{0,4}(?:说法|表述|选项|叙述|描述)?(?:中)?(?:正确|错误|不正确)的(?:是|有)?$/.test(plain);
    if (lengthOf(question.stem) < 6 || isEmpty) say(['stem']);
  },
};
