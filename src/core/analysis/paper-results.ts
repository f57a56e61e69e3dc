import type { Certificate } from '../bank/certificate.ts';
import { parseInstant } from '../day.ts';
import { type CertificateStanding, certify, type PaperResult } from '../exam/certificate.ts';
import { examOf } from '../exam/opening.ts';
import { scoreForm } from '../exam/score.ts';
import type { HistoryEvent } from '../history/event.ts';
import { inTimeOrder } from '../history/event-times.ts';
import { countedAnswers } from './counted.ts';
import { groupBy } from './tally.ts';

/** The latest finished sitting of each paper, by `bank/paper`. What a practice came to is no result of a paper. */
export function paperResults(events: readonly HistoryEvent[]): ReadonlyMap<string, PaperResult> {
  const answersOf = groupBy(countedAnswers(events), ({ event }) => event.session);
  const over = new Set(events.flatMap((event) => (event.type === 'session-ended' ? [event.session] : [])));
  const results = new Map<string, PaperResult>();
  for (const { event } of inTimeOrder(events)) {
    const opening = event.type === 'session-started' && over.has(event.id) ? examOf(event) : null;
    const at = parseInstant(event.at);
    if (opening?.settings.mode !== 'exam' || !at) continue;
    const answers = new Map((answersOf.get(event.id) ?? []).map(({ event: answer }) => [answer.item, answer]));
    const { marks, of, passed } = scoreForm(opening.form, (ref) => answers.get(ref) ?? null);
    const { bank, id } = opening.form.paper;
    results.set(`${bank}/${id}`, { marks, of, passed: passed ?? false, at });
  }
  return results;
}

/** How the certificates stand that ask for this paper. */
export function standingsFor(
  certificates: readonly Certificate[],
  paper: { readonly bank: string; readonly id: string },
  events: readonly HistoryEvent[],
): CertificateStanding[] {
  const asking = certificates.filter(({ papers }) =>
    papers.some((one) => one.bank === paper.bank && one.paper === paper.id),
  );
  if (asking.length === 0) return [];
  const results = paperResults(events);
  return asking.map((certificate) => certify(certificate, results));
}
