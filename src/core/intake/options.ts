import { foldWidth } from './fold.ts';
import { type Label, labelsIn } from './lexer/labels.ts';
import { withoutOverflow } from './option-overflow.ts';

export interface OptionText {
  readonly id: string;
  readonly raw: string;
}

/** The options found behind a stem, and how. */
export interface SplitOptions {
  /** Where the stem ends. */
  readonly stemEnd: number;
  readonly options: readonly OptionText[];
  readonly how: 'labels' | 'glued' | 'jumped';
  /** What stands behind the last option and is none of it. */
  readonly rest: string;
  /** Letters of options that are marked as right in place: `B.…(正确答案)`. */
  readonly marked: string;
}

/**
 * Looks only ever for the next letter: `A倾听 B记录；C打断D推诿` and `…TIMED、TOP` come apart, `APP` and `KPI` stay whole.
 * `text` is `raw` with widths folded.
 */
export function splitOptions(raw: string, text: string, usual = 4): SplitOptions | null {
  const labels = labelsIn(text);
  const places = placesOf(labels, text);
  let best: Run | null = null;
  for (const [index, label] of labels.entries()) {
    if (label.letter !== 0) continue;
    const run = runFrom(labels, places, index, text, usual);
    // Of two equally long ones the later begins behind a list in the stem.
    if (run.labels.length >= 2 && (!best || worthOf(run) >= worthOf(best))) best = run;
  }
  return best && cut(best, raw, text);
}

interface Run {
  readonly labels: readonly Label[];
  readonly how: SplitOptions['how'];
}

const worthOf = ({ labels, how }: Run): number =>
  labels.length +
  (labels[0]?.style === 'bare' ? -0.5 : 0) +
  // `( A )` holds the key, and `B` labels an option.
  (labels[0]?.style === 'bracket' && labels[1]?.style !== 'bracket' ? -1 : 0) +
  (how === 'jumped' ? -0.6 : 0) +
  (labels[0]?.lineStart ? 0.2 : 0);

/** Where labels of a kind stand among all: a text of one letter over and over is not searched for the next one again and again. */
type Places = ReadonlyMap<string, readonly number[]>;

const keyOf = (letter: number, kind: Label['style'] | 'any' | 'apart', isClear = false): string =>
  `${letter} ${kind} ${isClear}`;

function placesOf(labels: readonly Label[], text: string): Places {
  const places = new Map<string, number[]>();
  const put = (key: string, index: number): void => {
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  };
  for (const [index, { letter, style, clear, lineStart, at }] of labels.entries()) {
    put(keyOf(letter, 'any'), index);
    put(keyOf(letter, style), index);
    if (!clear) continue;
    put(keyOf(letter, style, true), index);
    if (lineStart || style !== 'bare' || /[\s;；]/.test(text[at - 1] ?? '\n')) put(keyOf(letter, 'apart'), index);
  }
  return places;
}

/** The first that is greater, of numbers that grow. */
function firstBeyond(numbers: readonly number[], than: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) > than) high = middle;
    else low = middle + 1;
  }
  return low;
}

function runFrom(labels: readonly Label[], places: Places, start: number, text: string, usual: number): Run {
  const run = [labels[start] as Label];
  let how: Run['how'] = 'labels';
  let index = start;
  for (let letter = 1; letter < 12; letter++) {
    const last = run.at(-1) as Label;
    let next = nextLabel(labels, places, index, letter, last, text, usual);
    if (next === null && letter < usual) {
      // One label lost, or a letter typed twice: the next one goes on.
      const after = nextLabel(labels, places, index, letter + 1, last, text, usual);
      if (after !== null && run.length >= 2 && labels[after]?.clear && labels[after]?.style === last.style) {
        next = after;
        letter++;
        how = 'jumped';
      }
    }
    if (next === null) break;
    if (!labels[next]?.clear) how = how === 'jumped' ? how : 'glued';
    run.push(labels[next] as Label);
    index = next;
  }
  return { labels: run, how };
}

/** An option may be a sign and nothing else: `A、# B、@`. */
const SAID = /[^\s.、:：．)）(（\]】,，·。;；]/u;

function nextLabel(
  labels: readonly Label[],
  places: Places,
  from: number,
  letter: number,
  last: Label,
  text: string,
  usual: number,
): number | null {
  const among = places.get(keyOf(letter, 'any')) ?? [];
  const saysSomething = (index: number): boolean => {
    const { at } = labels[index] as Label;
    return at >= last.end && SAID.test(text.slice(last.end, at));
  };
  // Once something stands between the two, it does for all that come behind.
  let n = firstBeyond(among, from);
  while (n < among.length && !saysSomething(among[n] as number)) n++;
  const first = among[n];
  if (first === undefined) return null;
  const firstOf = (key: string): number | null => {
    const known = places.get(key) ?? [];
    return known[firstBeyond(known, first - 1)] ?? null;
  };
  const same = firstOf(keyOf(letter, last.style));
  const glued = letter < usual || (same !== null && isWithinWords(labels[same] as Label, text)) ? same : null;
  return firstOf(keyOf(letter, last.style, true)) ?? glued ?? firstOf(keyOf(letter, 'apart'));
}

/** `…工作精神E丰富的…`: a letter alone between characters, which ends no word such as 维生素E; a fifth option may begin so. */
const isWithinWords = ({ style, at, end }: Label, text: string): boolean =>
  style === 'bare' &&
  /[\u4e00-\u9fff]/.test(text[end] ?? '') &&
  /(?![素型级类组座栋])[\u4e00-\u9fff]/.test(text[at - 1] ?? '');

function cut({ labels, how }: Run, raw: string, text: string): SplitOptions {
  const first = labels[0] as Label;
  const pieces = labels.map((label, index) => {
    const end = labels[index + 1]?.at ?? raw.length;
    return {
      id: String.fromCharCode(65 + label.letter),
      raw: raw.slice(label.end, end),
      mark: text.slice(label.at, label.end),
    };
  });
  const { kept, rest } = withoutOverflow(
    pieces.map((piece) => piece.raw),
    labels,
  );
  const options = pieces.map(({ id }, index) => ({ id, raw: kept[index] ?? '' }));
  const marked = pieces
    .filter(({ mark }, index) => /[√*●◆■]/.test(mark) && pieces.length > 1 && RIGHT_MARK.test(`${mark}${kept[index]}`))
    .map(({ id }) => id)
    .join('');
  const said = options
    .filter((option) => SAID_RIGHT.test(option.raw.trim()))
    .map(({ id }) => id)
    .join('');
  const closing = keyBehind(options);
  if (closing) {
    const last = options.at(-1) as OptionText;
    options[options.length - 1] = { ...last, raw: last.raw.slice(0, closing.at) };
  }
  const clean = options.map((option) => ({ ...option, raw: option.raw.trimEnd().replace(SAID_RIGHT, '') }));
  const filled = resplit(clean);
  return {
    stemEnd: first.at,
    options: filled,
    how,
    rest,
    marked: said || closing?.letters || (marked.length < options.length ? marked : ''),
  };
}

/** On the same line letters alone; on one of its own also `[A-D]`, `(B)`, `[①②③]` and `[全选]`. */
const KEY_BEHIND =
  /\s{1,8}[[【]\s?([A-H]{1,8})\s?[】\]]\s*$|\n\s{0,8}[[【(]\s?((?:[A-Ha-h①-⑧](?:\s?[、,;~-]?\s?[A-Ha-h①-⑧]){0,7}|全选))\s?[】\])]\s*$/;

/** `…D、必须购买 [D]`: the key stands behind the last option, in brackets. */
function keyBehind(options: readonly OptionText[]): { letters: string; at: number } | null {
  const last = options.at(-1)?.raw ?? '';
  const found = KEY_BEHIND.exec(foldWidth(last));
  const letters = found?.[1] ?? found?.[2] ?? '';
  const named = letters.toUpperCase().replace(/[^A-H]/g, '');
  if (!found || ![...named].every((letter) => options.some(({ id }) => id === letter))) return null;
  return { letters, at: found.index };
}

const RIGHT_MARK = /^[√*●◆■]/;
/** Behind an option that is right. */
export const SAID_RIGHT =
  /[ \u3000]*(?:[(（【[](?:正确(?:答案|选项)?|答案|√|✓|✔|对)[)）】\]]|[√✓✔✅☑])[\ufe0f \u3000。]*$/;

/** A letter that was passed over: its text stands behind the one before it, on a line or in a sentence of its own. */
function resplit(options: readonly OptionText[]): OptionText[] {
  return options.flatMap((option, index) => {
    const next = options[index + 1];
    if (!next || next.id.charCodeAt(0) - option.id.charCodeAt(0) !== 2) return [option];
    const parts = splitInTwo(option.raw);
    if (!parts) return [option];
    return [
      { id: option.id, raw: parts[0] },
      { id: String.fromCharCode(option.id.charCodeAt(0) + 1), raw: parts[1] },
    ];
  });
}

export function splitInTwo(raw: string): readonly [string, string] | null {
  const text = raw.trim();
  for (const sign of [/\n/, /[。；;]/, /[ \u3000]{2,}/, /[ \u3000]/]) {
    const parts = text.split(sign).filter((part) => part.trim() !== '');
    if (parts.length === 2) return [parts[0] as string, parts[1] as string];
  }
  return null;
}
