import { answerPartsIn } from './answer-parts.ts';
import { boilerplateIn } from './boilerplate.ts';
import { inOrder } from './cuts.ts';
import { flatten } from './flat-text.ts';
import type { AnswerPart } from './join-answers.ts';
import { lex } from './lexer/lexed.ts';
import type { SourceText } from './source-text.ts';
import { trimmingsIn } from './trimmings.ts';

/** A file of answers: as many lists as it has heads. `at` is where they are taken to stand in the text of the questions. */
export function answerPartsOf(source: SourceText, at: number): AnswerPart[] {
  const { cuts } = boilerplateIn(source.text);
  const lexed = lex(flatten(source, inOrder([...cuts, ...trimmingsIn(source.text)])));
  const { heads, text } = lexed;
  const first = heads[0]?.at ?? text.length;
  const ahead = answerPartsIn(lexed, 0, first, null).map((part) => ({ ...part, at }));
  return [
    ...ahead,
    ...heads.flatMap((head, index) =>
      answerPartsIn(lexed, head.end, heads[index + 1]?.at ?? text.length, head).map((part) => ({ ...part, at })),
    ),
  ];
}
