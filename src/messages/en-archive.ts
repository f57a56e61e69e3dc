import type { Widened } from './messages.ts';
import { sizeText } from './size.ts';
import type { zhArchive } from './zh-archive.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
const span = (from: string, until: string): string => (from === until ? from : `${from} to ${until}`);
const stay = (n: number): string => (n === 1 ? '1 stays' : `${n} stay`);
const change = (before: number, after: number): string => `${sizeText(before)} → ${sizeText(after)}`;

export const enArchive: Widened<typeof zhArchive> = {
  inFile: (file, text) => `${file}: ${text}`,
  beforeMissing: 'Nothing says up to which day.',
  beforeMissingHint: (example) =>
    `For instance \`quiz history archive --before ${example}\`: events before ${example} go into a file of the archive.`,
  nothing: (day) => `There is nothing to put away from before ${day}; the history is as it was.`,
  plan: (events, from, until) => `To be put away: ${count(events, 'event')} (${span(from, until)})`,
  into: (file, isThere) => `  into ${file}${isThere ? ', which is there already and takes them in' : ''}`,
  already: (events) =>
    `  ${events} of them ${events === 1 ? 'is in the archive already and only leaves' : 'are in the archive already and only leave'} the history`,
  sizes: (history, archive) => `  the history ${change(...history)}, the file of the archive ${change(...archive)}`,
  staying: {
    open: (n) => `  ${stay(n)}: of an exam or a practice that is not handed in`,
    straddling: (n) =>
      `  ${stay(n)}: ${n === 1 ? 'its session, or what was corrected of it' : 'their session, or what was corrected of them'}, goes on after that day`,
    future: (n) =>
      `  ${stay(n)}: an event dated in the future (the clock was wrong) follows, and is placed by ${n === 1 ? 'it' : 'them'}`,
    disputed: (n) => `  ${stay(n)}: another event has the same id and says something else`,
  },
  counted:
    'What is put away counts in results, mistakes and the schedule as before; nothing is put away without this command.',
  question: 'Put them away now?',
  needsYes: 'Nothing is put away unasked.',
  needsYesHint: 'Add --yes to do it; --dry-run only shows what would be done.',
  declined: 'Nothing was put away; the files are as they were.',
  dryRun: 'This is the plan, and nothing was written. Without --dry-run it is done.',
  done: (events) => `Put away: ${count(events, 'event')}.`,
  lagging: (events) =>
    events === 1
      ? '1 event stands in both for now, as another window was writing; it counts once, and the next archiving takes it out.'
      : `${events} events stand in both for now, as another window was writing; they count once, and the next archiving takes them out.`,
  goBack: (file) =>
    `To have them back in the history: move ${file} out of the archive folder, and \`quiz history merge\` it.`,
};
