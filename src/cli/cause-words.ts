import { CAUSES, type Cause } from '../core/drill/cause.ts';
import { enCauses } from '../messages/en.ts';
import { zhCauses } from '../messages/zh.ts';
import type { Context } from './context.ts';
import { valuesFor } from './values.ts';

/** A cause by its id, or by its word in either language; any other text stops, saying what may stand there. */
export function causeFrom(flag: string, text: string, { words }: Context): Cause {
  const word = text.normalize('NFKC').trim().toLowerCase();
  const cause = CAUSES.find((each) => [each, zhCauses[each], enCauses[each]].includes(word));
  return cause ?? valuesFor(words).refuse(flag, text, CAUSES.map((each) => `${each} ${zhCauses[each]}`).join(', '));
}
