import { suggestCovered } from '../../core/grading/short.ts';
import { parsePoints, plainQuestion, plainVerdict } from '../../prompts/plain.ts';
import { safeLine } from '../../prompts/safe-text.ts';
import { GLYPHS } from '../../prompts/theme.ts';
import type { Context } from '../context.ts';
import type { Journal } from '../journal.ts';
import type { LineReader } from '../line-reader.ts';
import { examCard, examVerdict, placeOf } from './exam-cards.ts';
import type { ExamSitting } from './exam-sitting.ts';

/** Key points of short answers, once the paper is handed in: numbers, an empty line takes the suggestion. */
export async function markPlainly(
  context: Context,
  journal: Journal,
  reader: LineReader,
  sitting: ExamSitting,
  indexes: readonly number[],
): Promise<void> {
  const { ask, plain } = context.words;
  const say = (lines: readonly string[]): void => {
    for (const line of lines) context.print(line);
  };
  for (const index of indexes) {
    const card = examCard(sitting, index, journal, context.words);
    const { saved } = placeOf(sitting, index, journal);
    const question = sitting.questionAt(index)?.question;
    if (saved?.kind !== 'essay' || question?.type !== 'short') continue;
    const suggested = suggestCovered(question, saved.text);
    say([...plainQuestion(card, false, ask), ...saved.text.split('\n').map((text) => `› ${safeLine(text)}`)]);
    say([ask.tickPoints, ...card.keyPoints.map((point, n) => `  ${n + 1}. ${safeLine(point)}`)]);
    for (;;) {
      context.print(plain.answerPoints(suggested.join(' ')));
      const line = await reader.next(null);
      if (line.kind !== 'line') return;
      const covered = parsePoints(line.text, suggested, card.keyPoints.length);
      if (!covered) continue;
      sitting.remark(index, { kind: 'essay', text: saved.text, covered });
      break;
    }
    const verdict = examVerdict(sitting, index, card, context.words);
    if (verdict) say(plainVerdict(verdict, GLYPHS[verdict.outcome], ask));
  }
}
