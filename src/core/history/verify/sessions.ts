import { withoutVoided } from '../fold.ts';
import type { Report, SpottedEvent } from './finding.ts';

/**
 * Sessions that have no end, answers that came after the end of theirs, and answers of an exam that its form does not ask
 * for. What was taken back is passed over, and so are key points that were confirmed once the paper was handed in.
 */
export function checkSessions(events: readonly SpottedEvent[], report: Report): void {
  const counted = new Set(withoutVoided(events.map(({ event }) => event)));
  const started = new Map<string, SpottedEvent>();
  const endedMs = new Map<string, number>();
  const forms = new Map<string, ReadonlySet<string>>();
  for (const spotted of events) {
    const { event, at } = spotted;
    if (!counted.has(event)) continue;
    if (event.type === 'session-started') {
      started.set(event.id, spotted);
      if (event.mode === 'exam' && isForm(event.form)) forms.set(event.id, new Set(event.form.map(({ item }) => item)));
    }
    if (event.type === 'session-ended')
      endedMs.set(event.session, Math.max(at.ms, endedMs.get(event.session) ?? at.ms));
  }
  for (const { file, line, event, at } of events) {
    if (event.type === 'session-started' && started.has(event.id) && !endedMs.has(event.id))
      report({ code: 'NOT_ENDED', file, line, about: event.id });
    if (event.type !== 'answered' || !counted.has(event)) continue;
    const over = endedMs.get(event.session);
    if (over !== undefined && at.ms > over && event.remarked !== true)
      report({ code: 'AFTER_END', file, line, about: event.item });
    const form = forms.get(event.session);
    if (form && !form.has(event.item)) report({ code: 'NOT_IN_FORM', file, line, about: event.item });
  }
}

const isForm = (form: unknown): form is readonly { readonly item: string }[] =>
  Array.isArray(form) && form.every((entry) => typeof entry?.item === 'string');
