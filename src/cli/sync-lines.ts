import type { Messages } from '../messages/messages.ts';
import { safeLine } from '../prompts/safe-text.ts';
import type { BankConflict, Exchange, SyncOutcome } from '../store/sync-outcome.ts';
import { gitWord } from './sync-faults.ts';

/** What a run did, in lines for a person. */
export function doneLines(outcome: SyncOutcome, words: Messages): string[] {
  const { sync } = words;
  const { remote, fault, sent, received, backup } = outcome;
  const lines = [
    ...(isNothing(received) ? [] : [sync.received(exchangeText(received, words))]),
    ...(isNothing(sent) ? [] : [sentText(outcome, words)(exchangeText(sent, words))]),
  ];
  if (lines.length === 0 && !fault && outcome.conflicts.length === 0)
    lines.push(remote === null ? sync.nothingHere : sync.nothing);
  if (backup) lines.push(sync.backup(backup.name));
  if (fault?.code === 'REMOTE_UNREACHABLE') lines.push(...offlineLines(sync.offline, outcome, words));
  if (remote === null) lines.push(sync.noRemote);
  return [...lines, ...trouble(outcome, words)];
}

/** What a run would do. */
export function statusLines(outcome: SyncOutcome, words: Messages): string[] {
  const { sync } = words;
  const { remote, fault, sent, received, syncedAt } = outcome;
  const lines = [
    remote === null ? sync.noRemote : sync.remote(safeLine(remote)),
    ...(remote === null ? [] : [syncedAt ? sync.last(syncedAt.slice(0, 16).replace('T', ' ')) : sync.never]),
    ...(isNothing(sent) || remote === null ? [] : [sync.toSend(exchangeText(sent, words))]),
    ...(isNothing(received) ? [] : [sync.toReceive(exchangeText(received, words))]),
  ];
  if (remote !== null && isNothing(sent) && isNothing(received) && !fault) lines.push(sync.nothing);
  if (fault?.code === 'REMOTE_UNREACHABLE') lines.push(...offlineLines(sync.unseen, outcome, words));
  return [...lines, ...trouble(outcome, words)];
}

const isNothing = ({ events, banks }: Exchange): boolean => events === 0 && banks.length === 0;

function sentText({ remote, fault }: SyncOutcome, { sync }: Messages): (what: string) => string {
  if (remote === null) return sync.recorded;
  return fault ? sync.waiting : sync.sent;
}

const MOST_NAMED = 5;

function exchangeText({ events, answers, banks }: Exchange, { sync }: Messages): string {
  const named = banks
    .slice(0, MOST_NAMED)
    .map(({ path, change }) => sync.change(safeLine(path.slice('banks/'.length)), sync.changes[change]));
  const more = banks.length > named.length ? [sync.more(banks.length - named.length)] : [];
  return [
    answers > 0 ? sync.answers(answers) : '',
    answers === 0 && events > 0 ? sync.events(events) : '',
    banks.length > 0 ? sync.banks([...named, ...more].join(sync.listGap)) : '',
  ]
    .filter(Boolean)
    .join(sync.partGap);
}

function offlineLines(sentence: (remote: string) => string, outcome: SyncOutcome, { sync }: Messages): string[] {
  const git = outcome.fault ? gitWord(outcome.fault) : '';
  return [sentence(safeLine(outcome.remote ?? '')), ...(git === '' ? [] : [`  ${sync.gitSaid(git)}`])];
}

function trouble({ resolved, doubles, leftOut, conflicts }: SyncOutcome, words: Messages): string[] {
  const { sync } = words;
  return [
    ...resolved.map((path) => sync.resolved(safeLine(path))),
    ...(doubles.length > 0 ? [sync.doubles(doubles.length)] : []),
    ...leftOut.map(({ path, why, other = '' }) =>
      sync.left[why](safeLine(path), safeLine(words.errors.reasons[other] ?? other)),
    ),
    ...conflicts.flatMap((conflict) => conflictLines(conflict, words)),
    ...(conflicts.length > 0 ? [sync.conflictRest] : []),
  ];
}

function conflictLines({ path, kind, shownIn }: BankConflict, { sync }: Messages): string[] {
  const said = sync.conflict[kind](safeLine(path));
  if (kind === 'marks') return [said, sync.removeMarks];
  const name = safeLine(path.slice('banks/'.length));
  return [
    said,
    ...(shownIn ? [sync.editIn(safeLine(shownIn))] : []),
    sync.orChoose(/\s/.test(name) ? `"${name}"` : name),
  ];
}
