import { study } from '../prompts/study/prompt.ts';
import type { StudyOutcome } from '../prompts/study/state.ts';
import { themeFor } from '../prompts/theme.ts';
import type { Context } from './context.ts';
import { screenOf } from './screen.ts';
import type { StudySitting } from './study-sitting.ts';

/** Reading on the screen: one page at a time in one place. */
export async function studyOnTerminal(context: Context, sitting: StudySitting): Promise<StudyOutcome> {
  const { io, words } = context;
  const { material, note, noteHere, key, moreAbove, moreBelow, tooNarrow, hints } = words.ask;
  const result = await study(
    {
      ...screenOf(io),
      first: sitting.current,
      resumed: sitting.resumed,
      theme: themeFor(context.color),
      words: { material, note, noteHere, key, moreAbove, moreBelow, tooNarrow, noteHint: hints.note, ...words.study },
      cardAt: (page) => sitting.cardAt(page),
      arrived: (page) => sitting.arrived(page),
      star: (on) => sitting.star(on),
      note: (text) => sitting.note(text),
    },
    { input: io.input, output: io.output, clearPromptOnDone: true },
  );
  if (result.kind === 'failed') throw result.error;
  return result.how;
}
