import { type ItemRule, isChoosing } from './rule.ts';

const lastSentence = (stem: string): string =>
  stem
    .split(/(?<=[。！？!?])/u)
    .filter((part) => part.trim() !== '')
    .at(-1) ?? stem;

/** A stem that asks for what is not so, without saying so loudly. */
export const negativeStem: ItemRule = {
  id: 'W08',
  severity: 'warning',
  check(question, say) {
    if (!isChoosing(question)) return;
    const asked = lastSentence(question.stem);
    const asks =
      /(?:不属于|不包括|不正确|不恰当|不应|不宜|不符合|错误|不是|除.{1,10}外|最不|\bnot\b|\bexcept\b|\bleast\b|\bincorrect\b).{0,12}(?:的是|的有|[（(]\s*[)）]|\?|？|。$)/i;
    if (!asks.test(asked)) return;
    if (!/\*\*[^*]*(?:不|非|错|除|未|not|except|least|incorrect)[^*]*\*\*|【/i.test(asked)) say(['stem']);
    else if (question.options.some((option) => /^不/.test(option))) say(['options']);
  },
};
