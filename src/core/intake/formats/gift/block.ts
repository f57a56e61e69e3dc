import { cutAt } from './escapes.ts';

/** What the braces of a GIFT question hold. Texts are still escaped. */
export interface GiftBlock {
  readonly kind: 'essay' | 'truth' | 'choice' | 'words' | 'pairs' | 'numbers' | 'unknown';
  readonly answers: readonly GiftAnswer[];
  /** Shown whatever is answered; empty for none. */
  readonly general: string;
}

export interface GiftAnswer {
  readonly isRight: boolean;
  /** Percent; null where none is written. */
  readonly weight: number | null;
  readonly text: string;
  readonly feedback: string;
}

export function giftBlock(inner: string): GiftBlock {
  const [body = '', general = ''] = cutAt(inner, '####', 2);
  const said = body.trim();
  const block = (kind: GiftBlock['kind'], answers: readonly GiftAnswer[]): GiftBlock => ({ kind, answers, general });
  if (said === '') return block('essay', []);
  const truth = /^(T|TRUE|F|FALSE)\s*(?:#([\s\S]*))?$/i.exec(said);
  if (truth) return block('truth', truthAnswers(/^T/i.test(truth[1] ?? ''), truth[2] ?? ''));
  if (said.startsWith('#')) return block('numbers', numbersIn(said.slice(1)));
  const answers = answersIn(said);
  if (answers.length === 0) return block('unknown', []);
  if (answers.some(({ isRight }) => !isRight)) return block('choice', answers);
  const arePairs = answers.length > 1 && answers.every(({ text }) => cutAt(text, '->', 2).length === 2);
  return block(arePairs ? 'pairs' : 'words', answers);
}

/** The first feedback is for the wrong answer, the second for the right one. */
function truthAnswers(value: boolean, feedback: string): GiftAnswer[] {
  const [wrong = '', right = ''] = cutAt(feedback, '#', 2);
  return [
    { isRight: true, weight: null, text: String(value), feedback: right },
    { isRight: false, weight: null, text: String(!value), feedback: wrong },
  ];
}

/** `3.14:0.01`, or several of them as `=3:0 =%50%3:2`. */
function numbersIn(text: string): GiftAnswer[] {
  const several = answersIn(text);
  if (several.length > 0) return several;
  const [number = '', feedback = ''] = cutAt(text, '#', 2);
  return [{ isRight: true, weight: null, text: number.trim(), feedback }];
}

/** Each begins with `=` or `~`; a weight and a feedback are its own. */
function answersIn(text: string): GiftAnswer[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '=' || text[at] === '~') starts.push(at);
  }
  return starts.map((start, index): GiftAnswer => {
    const piece = text.slice(start + 1, starts[index + 1] ?? text.length).trim();
    const weight = /^%(-?\d{1,3}(?:\.\d{0,6})?)%/.exec(piece);
    const [answer = '', feedback = ''] = cutAt(weight ? piece.slice(weight[0].length) : piece, '#', 2);
    return {
      isRight: text[start] === '=',
      weight: weight ? Number(weight[1]) : null,
      text: answer.trim(),
      feedback: feedback.trim(),
    };
  });
}
