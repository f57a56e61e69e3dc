import type { Draft } from '../core/intake/draft.ts';
import type { Source } from '../core/intake/intake.ts';
import type { Messages } from '../messages/messages.ts';

/** The source of a question beside what was made of it, and the rules that did it. */
export function explainLines(draft: Draft, sources: readonly Source[], words: Messages): string[] {
  const { intake: said, types } = words;
  const { explain } = said;
  const { file, line, endLine } = draft.source;
  const source = sources.find((each) => each.file === file);
  const text = source?.text?.split('\n').slice(line - 1, endLine) ?? [];
  const answer =
    draft.answer === null
      ? explain.noKey
      : Array.isArray(draft.answer)
        ? draft.answer.join(' | ')
        : String(draft.answer);
  return [
    explain.source(line === endLine ? `${file}:${line}` : `${file}:${line}-${endLine}`),
    ...text.map((each) => `  ${each}`),
    explain.made,
    `  [${types[draft.type]}] ${draft.material === '' ? '' : `${draft.material} / `}${draft.stem}`,
    ...draft.options.map(({ id, text: option }) => `  ${id}. ${option}`),
    `  ${explain.key}: ${answer}`,
    ...(draft.explanation === '' ? [] : [`  ${explain.explanation}: ${draft.explanation}`]),
    ...(draft.section === null ? [] : [`  ${explain.section}: ${draft.section}`]),
    ...(draft.points === null ? [] : [`  ${explain.points}: ${draft.points}`]),
    `  ${explain.confidence}: ${draft.confidence}`,
    explain.rules,
    ...draft.rules.flatMap((rule) => (said.rules[rule] === undefined ? [] : [`  ${said.rules[rule]}`])),
    ...(draft.doubts.length === 0 ? [] : [explain.doubts]),
    ...draft.doubts.map(({ code, params }) => `  ${said.doubt[code](params)}`),
  ];
}
