import type { Draft, DraftAnswer } from '../core/intake/draft.ts';
import type { ReviewOutcome } from '../core/intake/reviewed.ts';

type Kind = keyof ReviewOutcome;

/** What the outcome of a review is put into words with. */
export interface ReviewReportWords {
  readonly summary: (count: number) => string;
  readonly counts: Readonly<Record<Kind, (count: number) => string>>;
  readonly headings: Readonly<Record<Exclude<Kind, 'open'>, string>>;
  readonly listGap: string;
  readonly none: string;
  readonly more: (count: number) => string;
}

const KINDS = ['accepted', 'keyChanged', 'edited', 'drafts', 'leftOut', 'open'] as const;
const MOST = 20;

/** What was decided, line by line. What is open is among the doubts of the import already. */
export function reviewReport(outcome: ReviewOutcome, words: ReviewReportWords): string[] {
  const counts = KINDS.flatMap((kind) => (outcome[kind].length > 0 ? [words.counts[kind](outcome[kind].length)] : []));
  const decided = KINDS.reduce((sum, kind) => sum + (kind === 'open' ? 0 : outcome[kind].length), 0);
  const { accepted, keyChanged, edited, drafts, leftOut } = outcome;
  const changes = keyChanged.map(
    ({ draft, from, to }) => `${placed(draft)} (${inWords(from, words.none)} → ${inWords(to, words.none)})`,
  );
  return [
    `${words.summary(decided)}${counts.join(words.listGap)}`,
    ...listed(words.headings.accepted, accepted.map(placed), words),
    ...listed(words.headings.keyChanged, changes, words),
    ...listed(words.headings.edited, edited.map(placed), words),
    ...listed(words.headings.drafts, drafts.map(placed), words),
    ...listed(words.headings.leftOut, leftOut.map(placed), words),
  ];
}

/** The same for programs; what was left out of the list of items stands here whole. */
export function reviewJson({ accepted, keyChanged, edited, drafts, leftOut, open }: ReviewOutcome): object {
  return {
    accepted: accepted.map(briefly),
    keyChanged: keyChanged.map(({ draft, from, to }) => ({ ...briefly(draft), from, to })),
    edited: edited.map(briefly),
    drafts: drafts.map(briefly),
    leftOut: leftOut.map((draft) => {
      const { type, material, options, answer, explanation } = draft;
      return { ...briefly(draft), type, material, options, answer, explanation };
    }),
    open: open.map(briefly),
  };
}

const briefly = ({ stem, source }: Draft): object => ({ stem, source });

const placed = ({ stem, material, source }: Draft): string =>
  `${source.file}:${source.line} ${[...(stem || material)].slice(0, 40).join('')}`;

const inWords = (answer: DraftAnswer, none: string): string =>
  answer === null ? none : Array.isArray(answer) ? answer.join(' | ') : String(answer);

function listed(heading: string, lines: readonly string[], words: ReviewReportWords): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST;
  return [heading, ...lines.slice(0, MOST).map((line) => `  ${line}`), ...(more > 0 ? [`  ${words.more(more)}`] : [])];
}
