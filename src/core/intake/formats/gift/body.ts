import { type Body, choiceBody, type Numeric, numbersBody, pairsBody, plainBody, wordsBody } from '../body.ts';
import { modelAnswer } from '../model-answer.ts';
import type { GiftAnswer, GiftBlock } from './block.ts';
import { cutAt, type GiftTextFormat } from './escapes.ts';

/** Makes a text of what is still escaped. */
export type Say = (raw: string, usual?: GiftTextFormat) => string;

/** What a block of answers comes to, and its explanation; null for what is none. */
export function giftBody(block: GiftBlock, say: Say): (Body & { readonly explanation: string }) | null {
  const general = say(block.general);
  if (block.kind === 'essay') {
    const { answer, explanation } = modelAnswer(general);
    return { ...plainBody({ type: 'short', answer }), explanation };
  }
  const body = bodyOf(block, say);
  return body && { ...body, explanation: [general, ...body.feedback].filter(Boolean).join('\n') };
}

function bodyOf({ kind, answers }: GiftBlock, say: Say): Body | null {
  const weighed = answers.map(({ isRight, weight, text, feedback }) => ({
    ...{ isRight, weight, text: say(text), feedback: say(feedback) },
  }));
  switch (kind) {
    case 'truth': {
      const feedback = weighed.flatMap(({ feedback: each }) => (each === '' ? [] : [each]));
      return plainBody({ type: 'boolean', answer: weighed[0]?.text === 'true' }, { feedback });
    }
    case 'choice':
      return choiceBody(weighed, answers.some(({ isRight }) => isRight) ? false : null);
    case 'words':
      return wordsBody(weighed);
    case 'pairs':
      return pairsBody(
        answers.map(({ text }) => {
          const [left = '', right = ''] = cutAt(text, '->', 2);
          return { left: say(left), right: say(right) };
        }),
      );
    case 'numbers':
      return numbersBody(answers.map((answer) => numeric(answer, say)));
    default:
      return null;
  }
}

function numeric({ text, weight, feedback }: GiftAnswer, say: Say): Numeric {
  const said = { weight, feedback: say(feedback) };
  const range = text.split('..');
  if (range.length === 2)
    return { ...said, value: text, tolerance: 0, range: [range[0]?.trim() ?? '', range[1]?.trim() ?? ''] };
  const [value = '', off = ''] = text.split(':');
  return { ...said, value: value.trim(), tolerance: Math.abs(Number(off)) || 0, range: null };
}
