import { paceOf } from '../../core/exam/exam-clock.ts';
import { ask } from '../../prompts/ask/prompt.ts';
import { type ExamConfig, sitExam } from '../../prompts/exam/prompt.ts';
import type { ExamOutcome } from '../../prompts/exam/state.ts';
import { page } from '../../prompts/page/page.ts';
import { themeFor } from '../../prompts/theme.ts';
import { wrap } from '../../prompts/wrap.ts';
import type { Context } from '../context.ts';
import type { Journal } from '../journal.ts';
import { screenOf } from '../screen.ts';
import { examCard, examVerdict, placeOf } from './exam-cards.ts';
import type { ExamSitting } from './exam-sitting.ts';

export interface ExamStartAt {
  readonly index: number;
  readonly draft: readonly string[] | null;
}

/** The exam on the screen, until it is handed in, left, or its time is up. */
export async function sitOnTerminal(
  context: Context,
  journal: Journal,
  sitting: ExamSitting,
  at: ExamStartAt,
): Promise<ExamOutcome> {
  const { io, words } = context;
  const { form } = sitting.opening;
  const worth = form.items.map(({ of }) => of);
  const sections = form.sections.map(({ title }, section) => {
    const from = form.items.findIndex((item) => item.section === section);
    return { title, from: from < 0 ? form.items.length : from };
  });
  const places = form.items.map((_, index) => placeOf(sitting, index, journal));
  const cards = new Map<number, ReturnType<typeof examCard>>();
  const cardAt = (index: number): ReturnType<typeof examCard> => {
    const card = cards.get(index) ?? examCard(sitting, index, journal, words);
    cards.set(index, card);
    return card;
  };
  const keep: ExamConfig['keep'] = (effect) => {
    const { index } = effect;
    switch (effect.kind) {
      case 'save':
        return sitting.save(index, effect.response, effect.unsure, effect.ms);
      case 'clear':
        return sitting.clear(index, effect.ms);
      case 'viewed':
        return sitting.viewed(index, effect.ms);
      case 'flag':
        return sitting.flag(index, effect.on);
      case 'star':
        return sitting.star(index, effect.on);
      case 'note':
        return sitting.note(index, effect.text);
    }
  };
  const result = await sitExam(
    {
      theme: themeFor(context.color),
      words: { ...words.exam.screen, ask: words.ask },
      card: cardAt,
      start: { places, ...at },
      ...screenOf(io),
      sections,
      // The exam's own clock goes on where the wall's is set back.
      now: () => sitting.usedMs,
      left: (index, sinceMs) => ({ exam: sitting.leftMs, ...sitting.limitsAt(index, sinceMs) }),
      due: () => paceOf(worth, sitting.usedMs, sitting.limitMs),
      isOver: () => (sitting.leftMs ?? 1) <= 0,
      isLocked: (index, sinceMs) => sitting.isLocked(index, sinceMs),
      keep,
      heartbeat: (index, draft) => sitting.beats.write({ usedMs: sitting.usedMs, index, draft }),
    },
    { input: io.input, output: io.output, clearPromptOnDone: true },
  );
  if (result.kind === 'failed') throw result.error;
  return result.how;
}

/** A text to read that ends with one of these keys. */
export function readPage(
  context: Context,
  lines: (columns: number) => readonly string[],
  hint: string,
  keys: readonly string[],
): Promise<string> {
  const { io, words } = context;
  return page(
    { lines, hint, keys, theme: themeFor(context.color), words: words.ask, ...screenOf(io) },
    { input: io.input, output: io.output, clearPromptOnDone: true },
  );
}

export const wrapped =
  (lines: readonly string[]) =>
  (columns: number): readonly string[] =>
    lines.flatMap((line) => (line === '' ? [''] : wrap(line, columns)));

/** Short answers after the paper was handed in: the learner confirms which key points were made. */
export async function markOnTerminal(
  context: Context,
  journal: Journal,
  sitting: ExamSitting,
  indexes: readonly number[],
): Promise<void> {
  const { io, words } = context;
  for (let at = 0; at < indexes.length; ) {
    const index = indexes[at] as number;
    const card = examCard(sitting, index, journal, words);
    const place = placeOf(sitting, index, journal);
    at++;
    if (place.saved?.kind !== 'essay') continue;
    const result = await ask(
      {
        card,
        theme: themeFor(context.color),
        words: words.ask,
        marked: { at: 'ticking', text: place.saved.text, covered: place.saved.covered, cursor: 0 },
        left: () => ({ session: null, item: null }),
        ...screenOf(io),
        now: () => io.now().ms,
        judge: (response) => {
          sitting.remark(index, response);
          const verdict = examVerdict(sitting, index, card, words);
          if (!verdict) throw new Error('A question that was answered a moment ago is gone.');
          return verdict;
        },
        expire: () => {
          throw new Error('Marking has no clock.');
        },
        suggest: () => [],
        amend: () => {
          throw new Error('Marking is amended by marking again.');
        },
        cause: () => {
          throw new Error('The cause is given in the book of mistakes.');
        },
        star: (on) => sitting.star(index, on),
        note: (text) => sitting.note(index, text),
      },
      { input: io.input, output: io.output, clearPromptOnDone: true },
    );
    if (result.kind === 'failed') throw result.error;
    if (result.how === 'quit') return;
    // Taken back, its key points are ticked once more; the last marking counts.
    if (result.how === 'undo') at--;
  }
}
