import { join } from 'node:path';
import { type Day, formatInstant, type Instant, parseInstant, studyDayOf } from '../core/day.ts';
import type { Cause } from '../core/drill/cause.ts';
import { type Memory, NEW, type Reviewed } from '../core/drill/memory.ts';
import { type Rating, ratingWithCause } from '../core/drill/rating.ts';
import { createScheduler, DEFAULT_PARAMETERS, type Scheduler } from '../core/drill/scheduler.ts';
import type { HistoryEvent, NewEvent } from '../core/history/event.ts';
import { applyEvent, foldHistory, type MarkEvent, type Progress } from '../core/history/fold.ts';
import { foldsPart } from '../core/history/verify/memories.ts';
import { holdsOn, withDay } from '../core/history/written-days.ts';
import { backUpDaily } from '../store/daily-backup.ts';
import type { LineFault } from '../store/event-lines.ts';
import type { HistoryFile } from '../store/history-file.ts';
import { type HistoryStamp, isSameStamp } from '../store/history-stamp.ts';
import { deviceOf } from '../store/home.ts';
import { randomSupply } from '../store/random-supply.ts';
import { dropSnapshot, readSnapshot, writeSnapshot } from '../store/snapshot.ts';
import { naming, StoreFault } from '../store/store-fault.ts';
import { uuidv7 } from '../store/uuid.ts';
import type { Context } from './context.ts';
import { foldable } from './foldable.ts';
import { openedHistory } from './opened-history.ts';
import { faultText } from './store-faults.ts';

/** Put in by the build. */
declare const __VERSION__: string | undefined;

/**
 * The history as a command works with it: the file, and the fold of it in memory. What is appended is on the disk when
 * `append` returns, and in the fold.
 */
export class Journal {
  readonly file: HistoryFile;
  readonly scheduler: Scheduler;
  readonly #context: Context;
  readonly #random = randomSupply();
  #progress: Progress;
  #device: string | null = null;
  #damage: LineFault | null = null;
  /** The file that the progress is the fold of; the file may have been read since, and be another by now. */
  #foldOf: HistoryStamp | null = null;
  #snapshotIsCurrent = false;
  #hasAppended = false;
  /** Events were added whose place among the others only the whole fold can tell. */
  #isStale = false;
  /** Memories as they were before answers of this process, by the id of the answer. */
  readonly #before = new Map<string, Before>();
  /** What was answered on each sheet of an exam or a practice that this process knows the whole of, by session. */
  readonly #sheets = new Map<string, Set<string>>();
  /** Items with an answer of this process that was no review, since one of the same day stood before it. */
  readonly #passedOver = new Set<string>();

  constructor(context: Context, retention: number) {
    this.#context = context;
    this.scheduler = createScheduler({ retention });
    this.file = openedHistory(context);
    const { repaired } = this.file;
    if (repaired) context.notice(context.words.history.torn(repaired.bytes, repaired.keptIn));
    this.#progress = this.#load();
  }

  /** Stops where the file is damaged or its folder can't be made: nothing may be asked whose answer could not be kept. */
  requireSound(): void {
    if (this.#damage) throw new StoreFault('HISTORY_DAMAGED', { path: this.#context.home.history, ...this.#damage });
    if (this.file.isNewer) throw new StoreFault('HISTORY_NEWER', { path: this.#context.home.history });
    this.#knowDevice();
  }

  /** Names the first damaged line, for what goes on all the same. */
  tellDamage(): void {
    const { words, notice } = this.#context;
    if (this.#damage) notice(faultText(this.#damage, words));
  }

  get progress(): Progress {
    if (this.#isStale) this.refold();
    return this.#progress;
  }

  /** The four characters that events of this machine carry. */
  get device(): string {
    return this.#knowDevice();
  }

  get today(): Day {
    return studyDayOf(this.#context.io.now());
  }

  /**
   * The events as written: with an id, the time and this device. One write, one sync for all of them. Under a clock
   * that was set back they are dated `notBefore`, so that they stay behind those that they follow.
   */
  append(events: readonly NewEvent[], notBefore = 0): HistoryEvent[] {
    const { ms, offset } = this.#context.io.now();
    const at = { ms: Math.max(ms, notBefore), offset };
    const device = this.#knowDevice();
    const written = events.map((event) => {
      const { type, ...rest } = event;
      return {
        id: uuidv7(at.ms, this.#random),
        at: formatInstant(at),
        device,
        type,
        ...rest,
      } as unknown as HistoryEvent;
    });
    const wasCurrent = isSameStamp(this.#foldOf, this.file.stamp());
    this.file.append(written);
    this.#hasAppended = true;
    this.#snapshotIsCurrent = false;
    // A fold of the whole file has all of them already.
    for (const event of written) if (this.#apply(event, at) === 'folded-again') break;
    // Where others wrote before, the fold lacks their events and is the fold of no file at all.
    if (wasCurrent && !this.file.sawOthers) this.#foldOf = this.file.stamp();
    return written;
  }

  /** An exam is gone on with that another process began: these items had an answer on its sheet, taken back or not. */
  takeUp(session: string, items: Iterable<string>): void {
    this.#sheets.set(session, new Set([...(this.#sheets.get(session) ?? []), ...items]));
  }

  /** Folds the whole file again, as after an undo of something that this process did not write. */
  refold(): void {
    this.#progress = this.#fold();
    this.#before.clear();
    this.#passedOver.clear();
    this.#isStale = false;
  }

  /** What the fold had otherwise than a fresh one of the whole file; a kept one that was wrong is dropped. Nothing is written. */
  recheck(): readonly string[] {
    const before = this.#progress;
    this.refold();
    const apart = foldsPart(before, this.#progress);
    if (apart.length > 0) dropSnapshot(this.#snapshotPath);
    return apart;
  }

  /**
   * Keeps the fold for the next start, if it still is the fold of the file as it stands, and makes the copy of the day. Nobody
   * waits for either: all is shown by then.
   */
  close(): void {
    if (this.#isStale || this.file.sawOthers || !isSameStamp(this.#foldOf, this.file.stamp())) this.refold();
    if (this.#foldOf && !this.#damage && !this.#snapshotIsCurrent)
      writeSnapshot(this.#snapshotPath, this.#madeFrom(this.#foldOf), this.#progress);
    this.file.close();
    if (!this.#damage && !this.file.isNewer) this.#backUp();
  }

  /** A copy that cannot be made is told, and is no failure of what was done. */
  #backUp(): void {
    const { home, io, notice, words } = this.#context;
    try {
      backUpDaily(home, { appended: this.#hasAppended, now: io.now() });
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      const { errno = error.code } = error.detail;
      notice(words.backups.dailyFailed(words.errors.reasons[errno] ?? errno));
    }
  }

  #knowDevice(): string {
    const { home } = this.#context;
    this.#device ??= naming('CANNOT_WRITE', home.directory, () => deviceOf(home));
    return this.#device;
  }

  #apply(event: HistoryEvent, at: Instant): 'applied' | 'folded-again' {
    // Dated before one that is there already, by a clock that was set back: only folding again puts it where it belongs.
    if (at.ms < this.#progress.latestMs) this.#isStale = true;
    this.#progress.days = withDay(this.#progress.days, studyDayOf(at));
    if (event.type === 'voided') return this.#takeBack(event.target);
    if (event.type === 'cause') return this.#mindCause(event.target, event.cause);
    if (event.type === 'session-started') this.#sheets.set(event.id, new Set());
    const folded = foldable(event, at);
    this.#progress.latestMs = Math.max(this.#progress.latestMs, at.ms);
    if (folded.type === 'answered' && folded.mode !== 'drill' && !this.#isFirstReview(folded, at)) return 'applied';
    if (folded.type === 'answered') {
      const memory = this.#progress.memories.get(folded.item) ?? NEW;
      this.#before.set(event.id, { item: folded.item, memory, rating: folded.rating, on: studyDayOf(at) });
    }
    applyEvent(this.#progress, folded, this.scheduler);
    return 'applied';
  }

  /**
   * Of an exam or a practice an answer is a review where it is the first of its day. One that is given again may take
   * the place of the one before, which only the whole fold can tell; so may any on a sheet that this process does not know.
   */
  #isFirstReview({ session, item }: { readonly session: string; readonly item: string }, at: Instant): boolean {
    const sheet = this.#sheets.get(session);
    if (!sheet || sheet.has(item)) {
      this.#isStale = true;
      return false;
    }
    sheet.add(item);
    const isFirst = this.#progress.memories.get(item)?.reviewedOn !== studyDayOf(at);
    if (!isFirst) this.#passedOver.add(item);
    return isFirst;
  }

  /**
   * The last answer to an item leaves the memory that was there before it, which is what folding again would give, unless
   * another of the day takes its place. For any other event the file is folded again.
   */
  #takeBack(target: string): 'applied' | 'folded-again' {
    const before = this.#lastTo(target);
    if (!before || this.#passedOver.has(before.item)) {
      this.refold();
      return 'folded-again';
    }
    this.#before.delete(target);
    if (before.memory.kind === 'new') this.#progress.memories.delete(before.item);
    else this.#progress.memories.set(before.item, before.memory satisfies Reviewed);
    return 'applied';
  }

  /** The last answer to an item is reviewed again with its cause; of any other answer the file is folded again, later. */
  #mindCause(target: string, cause: Cause): 'applied' {
    const before = this.#lastTo(target);
    if (!before) this.#isStale = true;
    else {
      const rating = ratingWithCause(before.rating, cause);
      this.#progress.memories.set(before.item, this.scheduler.review(before.memory, rating, before.on));
    }
    return 'applied';
  }

  /** What there was before an answer of this process, if it is the last to its item. */
  #lastTo(target: string): Before | null {
    const before = this.#before.get(target);
    const last = before && [...this.#before].findLast(([, entry]) => entry.item === before.item);
    return before && last?.[0] === target ? before : null;
  }

  #load(): Progress {
    const stamp = this.file.stamp();
    const known = stamp ? readSnapshot(this.#snapshotPath, this.#madeFrom(stamp)) : null;
    // Which events are dated in the future is said by the day of the reading.
    if (!known || !holdsOn(known.days, this.today)) return this.#fold();
    this.#snapshotIsCurrent = true;
    this.#foldOf = stamp;
    return known;
  }

  #fold(): Progress {
    const { reviews, marks, drills, faults } = this.file.readReviews();
    this.#damage = faults[0] ?? null;
    this.#foldOf = this.file.stamp();
    this.#snapshotIsCurrent = false;
    const instantOf = ({ at }: { readonly at: string }): Instant => parseInstant(at) ?? { ms: 0, offset: 0 };
    const timed = marks.map((mark) => foldable(mark, instantOf(mark)) as MarkEvent);
    for (const drill of drills) timed.push({ type: 'drill-started', id: drill.id, ...instantOf(drill) });
    return foldHistory(reviews, timed, this.scheduler, this.today);
  }

  get #snapshotPath(): string {
    return join(this.#context.home.cache, 'progress.json');
  }

  #madeFrom(stamp: HistoryStamp): string {
    return JSON.stringify([stamp, DEFAULT_PARAMETERS, VERSION]);
  }
}

/** Another release may fold otherwise. */
const VERSION = typeof __VERSION__ === 'string' ? __VERSION__ : '';

/** An answer of this process, and the memory that it found. */
interface Before {
  readonly item: string;
  readonly memory: Memory;
  readonly rating: Rating;
  readonly on: Day;
}
