import type { NewEvent } from '../core/history/event.ts';
import { itemOf, type Page, pageAtPlace, topicOf } from '../core/study/pages.ts';
import { isStart, latestPlace, placeKey, type StudiedPage, type StudyScope, startOf } from '../core/study/place.ts';
import type { Messages } from '../messages/messages.ts';
import type { StudyCard } from '../prompts/study/cards.ts';
import type { Journal } from './journal.ts';
import { StudyCards } from './study-cards.ts';

/** One reading: its pages, where it stands, and the history that keeps the place, stars and notes. */
export class StudySitting {
  /** Where this reading begins. */
  readonly first: number;
  /** It goes on where the last one stopped. */
  readonly resumed: boolean;
  readonly size: number;
  readonly #journal: Journal;
  readonly #pages: readonly Page[];
  readonly #scope: StudyScope;
  readonly #banks: readonly string[];
  readonly #cards: StudyCards;
  /** The page that stands in the history, or that a reading without a place begins with. */
  #kept: StudiedPage;
  #current: StudyCard;

  constructor(
    journal: Journal,
    pages: readonly [Page, ...Page[]],
    scope: StudyScope,
    fromStart: boolean,
    words: Messages,
  ) {
    this.#journal = journal;
    this.#pages = pages;
    this.#scope = scope;
    this.#banks = [...new Set(pages.map(({ bank }) => bank.id))];
    this.#cards = new StudyCards(pages, journal, words);
    this.size = pages.length;
    if (fromStart) this.#forgetPlaces();
    const place = latestPlace(journal.progress.places, this.#banks, scope);
    const goesOn = place !== null && !isStart(place);
    this.first = goesOn ? pageAtPlace(pages, place) : 0;
    this.resumed = this.first > 0;
    this.#kept = goesOn
      ? { bank: place.bank, item: place.items.at(-1) ?? null, topic: place.topic, scope }
      : this.#pageOf(0);
    this.#current = this.#cards.at(this.first, null);
  }

  /** The page that is open. */
  get current(): StudyCard {
    return this.#current;
  }

  /** Turns to a page. */
  cardAt(page: number): StudyCard {
    this.#current = this.#cards.at(page, page === this.#current.page ? null : this.#current.page);
    return this.#current;
  }

  /** Keeps the place. A page that is the place already is not written again. */
  arrived(page: number): void {
    const next = this.#pageOf(page);
    const { bank, item, topic } = this.#kept;
    if (next.bank === bank && next.item === item && next.topic === topic) return;
    this.#journal.append([{ type: 'studied', ...next }]);
    this.#kept = next;
  }

  /** All was read: the next reading begins anew. */
  finished(): void {
    this.#append(this.#banks);
  }

  get isStarred(): boolean {
    return this.#item !== null && this.#journal.progress.starred.has(this.#item);
  }

  star(on: boolean): void {
    if (this.#item !== null) this.#journal.append([{ type: 'starred', item: this.#item, on }]);
  }

  note(text: string): void {
    if (this.#item !== null) this.#journal.append([{ type: 'noted', item: this.#item, text }]);
  }

  /** The question that is open; null on notes. */
  get #item(): string | null {
    return itemOf(this.#pages[this.#current.page] as Page);
  }

  #forgetPlaces(): void {
    const { places } = this.#journal.progress;
    this.#append(
      this.#banks.filter((bank) => {
        const place = places.get(placeKey(bank, this.#scope));
        return place !== undefined && !isStart(place);
      }),
    );
  }

  #append(banks: readonly string[]): void {
    const events = banks.map((bank): NewEvent => ({ type: 'studied', ...startOf(bank, this.#scope) }));
    if (events.length > 0) this.#journal.append(events);
  }

  #pageOf(index: number): StudiedPage {
    const page = this.#pages[index] as Page;
    return { bank: page.bank.id, item: itemOf(page), topic: topicOf(page), scope: this.#scope };
  }
}
