import type { FindingParams } from '../core/bank/finding.ts';
import type { RuleId } from '../core/bank/writing/rule.ts';
import type { Explained } from './messages.ts';

const SUSPECTS = {
  lookalike: (code: string): string => `A suspect character, ${code}: it may stand for another`,
  control: (code: string): string => `A control character, ${code}, that a terminal would obey`,
  direction: (code: string): string => `${code} turns the direction of writing: what is read is not what is written`,
  surrogate: (code: string): string => `Half a character, ${code}, that no file can hold`,
  invisible: (code: string): string => `${code} cannot be seen, and nobody types it`,
};

/** Remarks on item writing: what lets people score who don't know, or trips those who do, and how to mend it. */
export const enWriting: Record<RuleId, (params: FindingParams) => Explained> = {
  E02: ({ a, b }) => ({ message: `Options ${a} and ${b} say the same.`, hint: 'Rewrite one of them.' }),
  E03: ({ other }) => ({
    message: `The same question as ${other}, with another key.`,
    hint: 'Find out which is right, and drop the other.',
  }),
  E04: ({ said, key }) => ({
    message: said
      ? `The explanation says ${said}, the key is ${key}.`
      : `The explanation calls ${key} wrong, and it is the key.`,
    hint: 'Find out which is right; name options as {A}.',
  }),
  E05: ({ code, kind, around }) => ({
    message: `${SUSPECTS[kind as keyof typeof SUSPECTS](String(code))} (“${around}”).`,
    hint: kind === 'lookalike' ? 'Put the right character in.' : 'Take it out; retype the words around it if in doubt.',
  }),
  E06: () => ({ message: 'The explanation breaks off.', hint: 'Finish the sentence.' }),
  E07: ({ text }) => ({
    message: `No answer can match “${text}”: spaces, quotes and closing punctuation do not count.`,
    hint: 'Accept a text with a letter or digit in it, or ask by a choice.',
  }),
  W01: ({ letter, times, of, p }) => ({
    message: `Keys lean to ${letter}: ${times} of ${of} single choices (chance ${p}).`,
    hint: 'Shuffle the options by lot; do not balance them by hand.',
  }),
  W02: ({ length, usual }) => ({
    message: `The right option is much longer (${length} against about ${usual}).`,
    hint: 'Shorten it, or write the others as carefully.',
  }),
  W03: ({ times, of, p }) => ({
    message: `The longest option is the key in ${times} of ${of} single choices (chance ${p}).`,
    hint: 'Shorten some of the keys, so that length tells nothing.',
  }),
  W04: ({ count }) => ({
    message: `${count} wrong options leave no exception (always, all, never), and the right one does.`,
    hint: 'Take those words out; let the options be wrong in what they say.',
  }),
  W05: () => ({
    message: 'Only the right option leaves a way out (usually, may).',
    hint: 'Take the word out, or use it in others too.',
  }),
  W06: () => ({
    message: 'Uses “all of the above”.',
    hint: 'Write a fourth option, or make it a question with several answers.',
  }),
  W07: () => ({ message: 'Uses “none of the above”.', hint: 'Write a real option instead.' }),
  W08: () => ({
    message: 'Asks for what is not so, without stress, or with options that are negative too.',
    hint: 'Stress it, **not**, or ask the other way round.',
  }),
  W09: ({ right }) => ({
    message: right === 1 ? 'Only one option is right.' : 'Every option is right.',
    hint: right === 1 ? 'Make it a single choice.' : 'Change one or two of them.',
  }),
  W10: () => ({
    message: 'The right option repeats words of the stem, and no other does.',
    hint: 'Say it otherwise, or use the words in others too.',
  }),
  W11: () => ({
    message: 'The right option has most in common with the others, as if they were made from it.',
    hint: 'Let each wrong option come from a mistake of its own.',
  }),
  W12: ({ ending }) => ({
    message: `The stem asks for a “…${ending}”, and only the right option ends so.`,
    hint: 'Take options of one kind.',
  }),
  W13: () => ({
    message: 'One option is of another kind than the rest (a number, a sentence, brackets).',
    hint: 'Give all of them one form.',
  }),
  W14: ({ count }) => ({
    message: `${count} wrong options are what nobody of good will would do.`,
    hint: 'Write what somebody half-informed would do.',
  }),
  W15: () => ({ message: 'Numbers are not in order.', hint: 'Put them in order; `--fix` does it.' }),
  W16: () => ({ message: 'Ranges overlap.', hint: 'Let them not meet.' }),
  W17: () => ({ message: 'The stem asks nothing.', hint: 'Say in the stem what is asked.' }),
  W18: ({ length, most }) => ({
    message: `The stem has ${length} words.`,
    hint: `Cut it to ${most}, or make it a case.`,
  }),
  W19: ({ length }) => ({
    message: length === 0 ? 'No explanation.' : 'The explanation says too little.',
    hint: 'Say why the key is right, and where the most tempting wrong option goes wrong.',
  }),
  W20: () => ({
    message: 'The explanation names an option by a bare letter, which lies once options are shuffled.',
    hint: 'Write {B}.',
  }),
  W21: ({ other }) => ({ message: `Nearly the same as ${other}.`, hint: 'Keep one, or ask something else.' }),
  W22: ({ other }) => ({
    message: `Its key stands in the stem of ${other}.`,
    hint: 'Keep them off one paper; better say it otherwise.',
  }),
  W23: () => ({ message: 'It hangs on another question.', hint: 'Make it stand alone, or part of a case.' }),
  W24: ({ right, of }) => ({ message: `${right} of ${of} statements are true.`, hint: 'About half and half.' }),
  W25: ({ count, usual }) => ({ message: `It has ${count} options, the others ${usual}.`, hint: `Make it ${usual}.` }),
  W26: ({ count }) => ({
    message: count === 0 ? 'The stem begins with a blank.' : `It has ${count} blanks.`,
    hint: count === 0 ? 'Move the blank to the middle or the end.' : 'Make it several questions.',
  }),
  W27: ({ point, unearned }) => ({
    message:
      point === 0
        ? 'A short answer without key points.'
        : unearned
          ? `The model answer has none of the keywords of key point ${point}.`
          : `Key point ${point} has no keywords.`,
    hint: point === 0 ? 'Write points, each with its worth.' : 'Add words that a right answer would use.',
  }),
  W28: ({ word }) => ({ message: `“${word}” will not stay true.`, hint: 'Name the year or the version.' }),
  W29: () => ({ message: 'Asks for an opinion, and marks by key points.', hint: 'Ask for facts, steps or reasons.' }),
  W30: () => ({ message: 'One statement with two claims.', hint: 'Make it two.' }),
  I01: ({ topic, stock, count }) => ({
    message: topic ? `The topic ${topic} has no questions.` : `This part draws ${count}, and the bank has ${stock}.`,
    hint: topic ? 'Write some.' : 'With several times as many, papers do not repeat.',
  }),
};
