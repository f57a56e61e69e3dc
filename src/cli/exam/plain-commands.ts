import type { QuestionCard } from '../../prompts/ask/cards.ts';
import type { Place } from '../../prompts/exam/state.ts';
import type { PlainLine } from '../../prompts/plain.ts';
import { safeText } from '../../prompts/safe-text.ts';
import type { Context } from '../context.ts';
import type { Journal } from '../journal.ts';
import { placeOf } from './exam-cards.ts';
import type { ExamSitting } from './exam-sitting.ts';
import type { Move } from './plain-turn.ts';

export interface Asked {
  readonly context: Context;
  readonly journal: Journal;
  readonly sitting: ExamSitting;
  readonly index: number;
  readonly card: QuestionCard;
}

type Command = Extract<PlainLine, { kind: 'command' }>;

/** Carries out a command that was typed at a question; what it has to say, or where it goes. */
export function obey(command: Command, asked: Asked): Move | readonly string[] {
  const { sitting, index } = asked;
  // `:g12` is as good as `:g 12`.
  const stuck = /^g(\d+)$/.exec(command.name)?.[1];
  if (stuck !== undefined) return obey({ ...command, name: 'g', rest: stuck + command.rest }, asked);
  switch (command.name) {
    case 'q':
      return { end: 'quit' };
    case 'b':
      return { to: Math.max(0, index - 1) };
    case 'submit':
      return { to: sitting.items.length };
    case 'g': {
      const number = Number(command.rest.normalize('NFKC') || Number.NaN);
      const isThere = Number.isInteger(number) && number >= 1 && number <= sitting.items.length;
      const { complaints } = asked.context.words.exam.screen;
      return isThere ? { to: number - 1 } : [complaints.noSuchQuestion(sitting.items.length)];
    }
    case 'a':
      return sheetRows(asked);
    default:
      return [markOrTell(command, asked)];
  }
}

function markOrTell({ name, rest }: Command, { context, journal, sitting, index, card }: Asked): string {
  const { words } = context;
  const { plain, screen } = words.exam;
  const place = placeOf(sitting, index, journal);
  switch (name) {
    case 'f':
      sitting.flag(index, !place.flagged);
      return place.flagged ? plain.unflagged : plain.flagged;
    case '?':
    case 'c':
      if (!place.saved) return screen.complaints.nothingToClear;
      if (sitting.isLocked(index, 0)) return screen.complaints.locked;
      return name === 'c' ? cleared(sitting, index, plain) : unsure(sitting, index, place, plain);
    case 's':
      sitting.star(index, !place.starred);
      return place.starred ? words.plain.unstarred : words.plain.starred;
    case 'n':
      sitting.note(index, rest);
      return words.plain.noted;
    case 'm':
      return card.material ? safeText(card.material) : words.plain.noMaterial;
    case 't':
      return sitting.leftMs === null ? plain.noLimit : plain.left(words.exam.minutes(sitting.leftMs));
    default:
      return plain.help;
  }
}

type Said = Context['words']['exam']['plain'];

function cleared(sitting: ExamSitting, index: number, { cleared }: Said): string {
  sitting.clear(index, 0);
  return cleared;
}

function unsure(sitting: ExamSitting, index: number, { saved, unsure }: Place, { sure, unsure: said }: Said): string {
  if (saved) sitting.save(index, saved, !unsure, 0);
  return unsure ? sure : said;
}

/** The answer sheet, a line a question. */
function sheetRows({ context, journal, sitting }: Asked): string[] {
  const { legend } = context.words.exam.screen;
  return sitting.items.map((_, index) => {
    const { saved, flagged, unsure } = placeOf(sitting, index, journal);
    const status = saved ? legend.answered : legend.blank;
    const marks = [status, unsure ? legend.unsure : '', flagged ? legend.flagged : ''];
    return `${index + 1}. ${marks.filter(Boolean).join(' ')}`;
  });
}
