import { type Bank, type BankQuestion, questionsOf } from '../../bank/bank.ts';
import { nearNames } from '../../bank/near.ts';

/** What a row calls its item. */
export interface ItemNamed {
  readonly item: string;
  readonly bank: string;
  readonly card: string;
}

export type ItemFound =
  | { readonly kind: 'item'; readonly ref: string }
  /** A whole ref that no bank at hand has; `names` are near it. */
  | { readonly kind: 'unknown'; readonly ref: string; readonly names: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: ItemFault; readonly names: readonly string[] };

/** `UNKNOWN_ITEM`: near names; `SEVERAL_ITEMS`: which ones it could be. */
export type ItemFault = 'NO_ITEM' | 'UNKNOWN_ITEM' | 'SEVERAL_ITEMS' | 'NEEDS_BANK' | 'UNKNOWN_CARD';

export interface ItemSources {
  /** All at hand. */
  readonly banks: readonly Bank[];
  /** Ids of those in which a bare id is looked up. */
  readonly chosen: readonly string[];
  /** Refs that the history has. */
  readonly known: Iterable<string>;
  /** Items by the number of their card; null for a number that two have. */
  readonly cards: ReadonlyMap<string, string | null>;
}

/** Finds the items that rows speak of: by `bank/item`, by an id within a bank, by the text of the question, or by a card's number. */
export class ItemFinder {
  readonly #chosen: readonly string[];
  readonly #inBanks: ReadonlySet<string>;
  readonly #known: ReadonlySet<string>;
  readonly #byStem = new Map<string, string[]>();
  readonly #cards: ReadonlyMap<string, string | null>;
  readonly #found = new Map<string, ItemFound>();
  #nearLeft = MOST_NEAR;

  constructor({ banks, chosen, known, cards }: ItemSources) {
    this.#chosen = chosen;
    this.#cards = cards;
    const questions = banks.flatMap(questionsOf);
    this.#inBanks = new Set(questions.map(({ ref }) => ref));
    this.#known = new Set(known);
    for (const question of questions) this.#addStem(question);
  }

  find(named: ItemNamed): ItemFound {
    const key = named.item.length > LONGEST_ID ? null : JSON.stringify([named.item, named.bank, named.card]);
    const before = key === null ? undefined : this.#found.get(key);
    if (before) return before;
    const found = this.#find(named);
    if (key !== null) this.#found.set(key, found);
    return found;
  }

  #find({ item, bank, card }: ItemNamed): ItemFound {
    if (item === '') return card === '' ? refused('NO_ITEM') : this.#byCard(card);
    const whole = bank === '' ? item : `${bank}/${item}`;
    const ref = [item, whole].find((each) => this.#inBanks.has(each));
    if (ref !== undefined) return found(ref);
    const inChosen = bank === '' ? this.#chosen.map((id) => `${id}/${item}`).filter((id) => this.#inBanks.has(id)) : [];
    const places = inChosen.length > 0 ? inChosen : this.#byText(item, bank);
    if (places.length === 1) return found(places[0] as string);
    if (places.length > 1) return refused('SEVERAL_ITEMS', places.slice(0, MOST_NAMES));
    if (whole.length > LONGEST_ID) return refused('UNKNOWN_ITEM');
    if (REF.test(whole) || this.#known.has(whole)) return { kind: 'unknown', ref: whole, names: this.#near(whole) };
    if (bank === '' && this.#chosen.length === 0 && BARE_ID.test(item)) return refused('NEEDS_BANK', this.#near(item));
    return refused('UNKNOWN_ITEM', this.#near(item));
  }

  #byCard(card: string): ItemFound {
    const ref = this.#cards.get(card);
    return ref ? found(ref) : refused('UNKNOWN_CARD');
  }

  #byText(text: string, bank: string): readonly string[] {
    const places = this.#byStem.get(plainText(text)) ?? [];
    const within = bank !== '' ? [bank] : this.#chosen;
    return within.length === 0 ? places : places.filter((ref) => within.some((id) => ref.startsWith(`${id}/`)));
  }

  #addStem({ ref, question }: BankQuestion): void {
    const stem = plainText(question.stem);
    this.#byStem.set(stem, [...(this.#byStem.get(stem) ?? []), ref]);
  }

  /** Each costs a look at every item, so only the first rows are helped. */
  #near(item: string): readonly string[] {
    if (item.length > LONGEST_ID || this.#nearLeft-- <= 0) return [];
    const refs = [...this.#inBanks];
    const inside = item.includes('/') ? nearNames(item, refs) : nearIds(item, refs);
    return inside.slice(0, MOST_NAMES);
  }
}

const MOST_NAMES = 3;
const MOST_NEAR = 30;
const LONGEST_ID = 200;
/** As the banks' schema has ids, and `#n` for the parts of a case. */
const REF = /^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*(#[1-9]\d{0,3})?$/;
const BARE_ID = /^[a-z0-9][a-z0-9-]*(#[1-9]\d{0,3})?$/;

/** Ids of the banks that are named in these rows; null where any bank may have what they say. */
export function banksSpokenOf(rows: Iterable<ItemNamed>, isChosen: boolean): ReadonlySet<string> | null {
  const ids = new Set<string>();
  for (const { item, bank } of rows) {
    if (bank !== '') ids.add(bank);
    else if (REF.test(item)) ids.add(item.slice(0, item.indexOf('/')));
    else if (!isChosen) return null;
  }
  return ids;
}

const found = (ref: string): ItemFound => ({ kind: 'item', ref });
const refused = (reason: ItemFault, names: readonly string[] = []): ItemFound => ({ kind: 'refused', reason, names });

/** Near an id are those refs whose part behind the bank is. */
function nearIds(item: string, refs: readonly string[]): string[] {
  const ids = [...new Set(refs.map((ref) => ref.slice(ref.indexOf('/') + 1)))];
  const near = new Set(nearNames(item, ids));
  return refs.filter((ref) => near.has(ref.slice(ref.indexOf('/') + 1)));
}

/** Width, case and white space aside. */
const plainText = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
