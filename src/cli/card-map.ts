import { resolve } from 'node:path';
import { type Bank, questionsOf } from '../core/bank/bank.ts';
import { cardIdOf } from '../core/history/card-ids.ts';
import { csvRecords } from '../core/history/import/records.ts';
import { sha256 } from '../store/bank-file.ts';
import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';
import { shortPath } from './faults.ts';
import { textOf } from './import-table.ts';

/** Items by the number of their card: as the list says, or else those of the banks and the history. Null where two have one number. */
export function cardsFor(
  context: Context,
  map: string | undefined,
  banks: readonly Bank[],
  known: Iterable<string>,
): ReadonlyMap<string, string | null> {
  if (map !== undefined) return cardsIn(context, resolve(context.io.cwd, map));
  const refs = new Set([...banks.flatMap(questionsOf).map(({ ref }) => ref), ...known]);
  const cards = new Map<string, string | null>();
  for (const ref of refs) {
    const card = String(cardIdOf(ref, sha256));
    cards.set(card, cards.has(card) ? null : ref);
  }
  return cards;
}

function cardsIn(context: Context, path: string): ReadonlyMap<string, string> {
  const [header, ...records] = csvRecords(textOf(context, path), ',');
  const names = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const [card, item] = [names.indexOf('card_id'), names.indexOf('item')];
  const { faults } = context.words.exchange.import;
  if (card < 0 || item < 0)
    throw new UserError('NOT_A_MAP', EXIT.faults, faults.notAMap(shortPath(path, context.io.cwd)), faults.notAMapHint);
  return new Map(records.map(({ cells }) => [(cells[card] ?? '').trim(), (cells[item] ?? '').trim()]));
}
