/** `【18】某营业厅…`, `17. 背景…`, `第3题 …`: the number that stands before a passage. */
const NUMBER =
  /^\s*(?:[【[(（](?:第)?[ ]?(\d{1,3})[ ]?(?:题)?[】\])）]|第[ ]?(\d{1,3})[ ]?题[:：]?|(\d{1,3})[ ]?[、.．])[ ]{0,3}/;

/** Null where none stands there. */
export function passageNumber(passage: string): number | null {
  const [, ...named] = NUMBER.exec(passage) ?? [];
  const digits = named.find((each) => each !== undefined);
  return digits === undefined ? null : Number(digits);
}

export const withoutPassageNumber = (passage: string): string => passage.replace(NUMBER, '');
