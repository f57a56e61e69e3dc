import { type Move, type Review, stepReview } from '../core/intake/review.ts';
import { parseReviewLine, plainPage } from '../prompts/review/plain-page.ts';
import { safeLine } from '../prompts/safe-text.ts';
import type { Context } from './context.ts';
import type { ReviewCards } from './import-review-cards.ts';
import { LineReader } from './line-reader.ts';

/** A review line by line; the end of input leaves the rest as it was read. */
export async function reviewPlainly(
  context: Context,
  opening: Review,
  cards: ReviewCards,
  say: (text: string) => void,
): Promise<Review> {
  const { ask, review: words } = context.words;
  const said = { ...words, material: ask.material, key: ask.key };
  const reader = new LineReader(context.io.input);
  let review = opening;
  let shown = -1;
  say(words.plain.keys);
  try {
    while (!review.isOver) {
      const question = review.questions[review.at];
      if (!question) break;
      if (shown !== review.at)
        for (const line of plainPage(cards.cardOf(question, review.at, review.questions.length), said)) say(line);
      shown = review.at;
      say(words.plain.prompt);
      const line = await reader.next(null);
      if (line.kind !== 'line') {
        context.notice(words.plain.inputEnded);
        break;
      }
      const parsed = parseReviewLine(line.text, question);
      if (parsed.kind === 'command' && parsed.name === 'q') break;
      if (parsed.kind === 'command' && parsed.name === 'e') {
        say(words.plain.edit);
        continue;
      }
      const moves = movesOf(parsed);
      if (moves === null) {
        say(words.plain.notUnderstood(safeLine(line.text.trim())));
        say(words.plain.keys);
        continue;
      }
      for (const move of moves) {
        const moved = stepReview(review, move);
        review = moved.review;
        if (moved.complaint) say(words.messages[moved.complaint]);
      }
    }
  } finally {
    reader.close();
  }
  return review;
}

/** A line with a key is looked at as much as one without: it goes on. Null for a line that means nothing. */
function movesOf(line: ReturnType<typeof parseReviewLine>): readonly Move[] | null {
  switch (line.kind) {
    case 'accept':
    case 'draft':
      return [{ kind: line.kind }];
    case 'key':
      return [{ kind: 'key', answer: line.answer }, { kind: 'accept' }];
    case 'command': {
      const kind = ({ x: 'leave-out', d: 'draft', b: 'back', s: 'skip' } as const)[line.name];
      return kind === undefined ? null : [{ kind }];
    }
    case 'not-understood':
      return null;
  }
}
