import { type Review, stepReview } from '../core/intake/review.ts';
import { review as reviewPrompt } from '../prompts/review/prompt.ts';
import { themeFor } from '../prompts/theme.ts';
import { loadWidths } from '../prompts/width.ts';
import type { Context } from './context.ts';
import type { ReviewCards } from './import-review-cards.ts';
import { editQuestion } from './import-review-edit.ts';
import { screenOf } from './screen.ts';

/** A review on the screen: one question at a time in one place. `decided` is told of every change. */
export async function reviewOnTerminal(
  context: Context,
  opening: Review,
  cards: ReviewCards,
  decided: (review: Review) => void,
): Promise<void> {
  const { io, words } = context;
  const { material, key, moreAbove, moreBelow, tooNarrow } = words.ask;
  let review = opening;
  // A key is answered at once, when nothing can be waited for.
  await loadWidths();
  for (;;) {
    const how = await reviewPrompt(
      {
        ...screenOf(io),
        review,
        theme: themeFor(context.color),
        words: { material, key, moreAbove, moreBelow, tooNarrow, ...words.review },
        cardOf: cards.cardOf,
        decided: (next) => {
          review = next;
          decided(next);
        },
      },
      { input: io.input, output: io.output, clearPromptOnDone: true },
    );
    if (how !== 'edit') return;
    const question = review.questions[review.at];
    const draft = question ? await editQuestion(context, question.draft) : null;
    if (draft !== null) review = stepReview(review, { kind: 'replace', draft }).review;
    decided(review);
  }
}
