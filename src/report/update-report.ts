import type { Difference, UpdatePlan } from '../core/intake/again/update.ts';

/** What the plan is put into words with. */
export interface UpdateWords {
  readonly head: (file: string) => string;
  readonly rule: string;
  readonly added: (count: number) => string;
  readonly changed: (count: number) => string;
  readonly yours: (count: number) => string;
  readonly both: (count: number) => string;
  readonly gone: (count: number) => string;
  readonly same: (count: number) => string;
  readonly more: (count: number) => string;
  readonly field: Readonly<Record<Difference['field'], string>>;
  readonly nothing: string;
}

/** Of each kind, as many as fit on a screen. */
const MOST = 20;

/** What importing again does to a bank, line by line. */
export function updateLines(file: string, { changed, added, gone, same }: UpdatePlan, words: UpdateWords): string[] {
  const of = (what: Difference['what']): string[][] =>
    changed.flatMap(({ id, differences }) =>
      differences.filter((each) => each.what === what).map((each) => shown(id, each, words)),
    );
  const [taken, yours, both] = [of('taken'), of('yours'), of('both')];
  return [
    words.head(file),
    ...listed(
      words.added,
      added.map(({ item }) => [`${item.id}  ${stemOf(item)}`]),
      words,
    ),
    ...listed(words.changed, taken, words),
    ...listed(words.both, both, words),
    ...listed(
      words.yours,
      yours.map(([first = '']) => [first]),
      words,
    ),
    ...listed(
      words.gone,
      gone.map((id) => [id]),
      words,
    ),
    `  ${words.same(same)}`,
    words.rule,
  ];
}

function shown(id: string, { part, field, own, read }: Difference, words: UpdateWords): string[] {
  const place = part === 0 ? id : `${id}#${part}`;
  const said = (text: string): string => (text === '' ? words.nothing : text);
  const [before, after] = field === 'body' ? [bodyText(own), bodyText(read)] : [own, read];
  return [
    `${place}  ${words.field[field]}`,
    `  - ${around(said(before), after)}`,
    `  + ${around(said(after), before)}`,
  ];
}

/** Long texts from a little ahead of where they differ. */
function around(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  const from = at > 40 && text.length > 80 ? at - 20 : 0;
  const piece = text.slice(from, from + 80).replace(/\n/g, ' ');
  return `${from > 0 ? '…' : ''}${piece}${from + 80 < text.length ? '…' : ''}`;
}

function bodyText(body: string): string {
  const [, options, key] = JSON.parse(body) as [string, string[], string];
  const lettered = options.map((text, index) => `${String.fromCharCode(65 + index)}. ${text}`);
  return [...lettered, `→ ${key}`].join('  ');
}

const stemOf = (item: { stem?: string | undefined; title?: string | undefined; material?: string }): string =>
  (item.stem ?? item.title ?? item.material ?? '').replace(/\s+/g, ' ').slice(0, 40);

function listed(heading: (count: number) => string, entries: readonly string[][], words: UpdateWords): string[] {
  if (entries.length === 0) return [];
  const more = entries.length - MOST;
  return [
    `  ${heading(entries.length)}`,
    ...entries.slice(0, MOST).flatMap((lines) => lines.map((line) => `    ${line}`)),
    ...(more > 0 ? [`    ${words.more(more)}`] : []),
  ];
}
