import type { Doubt, Draft } from '../core/intake/draft.ts';
import type { Source } from '../core/intake/intake.ts';
import { type Doubtful, isKeyChanged } from '../core/intake/review.ts';
import type { Messages } from '../messages/messages.ts';
import type { Decided, ReviewCard, ReviewSource } from '../prompts/review/cards.ts';

/** Makes the pages of a review. The lines of each document are parted once. */
export class ReviewCards {
  readonly #sources: readonly Source[];
  readonly #words: Messages;
  readonly #lines = new Map<string, readonly string[]>();

  constructor(sources: readonly Source[], words: Messages) {
    this.#sources = sources;
    this.#words = words;
  }

  readonly cardOf = (question: Doubtful, page: number, of: number): ReviewCard => {
    const { draft, asRead, copies } = question;
    return {
      page,
      of,
      heading: [this.#words.types[draft.type], draft.section ?? ''],
      doubts: this.#doubtsOf(question),
      material: draft.material,
      stem: draft.stem,
      options: draft.options.map(({ id, text }) => ({
        label: id,
        text,
        right: draft.type !== 'ordering' && typeof draft.answer === 'string' && draft.answer.includes(id),
      })),
      key: keyOf(draft),
      explanation: draft.explanation,
      sources: [asRead, ...copies.slice(0, MOST_COPIES)].map((each) => this.#sourceOf(each)),
      decision: decidedOf(question),
      choice: draft.type === 'boolean' ? 'truth' : draft.options.length > 0 ? 'options' : 'none',
    };
  };

  /** Its own doubts, and those of the copies that were folded into it. */
  #doubtsOf({ asRead, copies }: Doubtful): string[] {
    const { intake, review } = this.#words;
    const inWords = ({ code, params }: Doubt): string => intake.doubt[code](params);
    const { source, doubts } = asRead;
    return [
      ...doubts.map((doubt) =>
        doubt.line === source.line ? inWords(doubt) : `${inWords(doubt)} (${source.file}:${doubt.line})`,
      ),
      ...copies.flatMap((copy) =>
        copy.doubts
          // Said of the cleaner copy already.
          .filter(({ code }) => code !== 'DUPLICATE_KEYS_DIFFER')
          .map((doubt) => review.copy(`${copy.source.file}:${doubt.line}`, inWords(doubt))),
      ),
    ];
  }

  #sourceOf({ source, stem }: Draft): ReviewSource {
    const { file, line, endLine } = source;
    const all = this.#linesOf(file).slice(line - 1, endLine);
    const lines = all.slice(0, MOST_LINES).map((text) => around(text, stem));
    return {
      place: line === endLine ? `${file}:${line}` : `${file}:${line}-${endLine}`,
      lines: all.length > MOST_LINES ? [...lines, '…'] : lines,
    };
  }

  #linesOf(file: string): readonly string[] {
    const known = this.#lines.get(file);
    if (known) return known;
    const source = this.#sources.find((each) => each.file === file);
    const lines = source?.text?.split('\n') ?? [];
    this.#lines.set(file, lines);
    return lines;
  }
}

/** More of the source than this is no help in reading a question. */
const MOST_LINES = 60;
const MOST_COPIES = 5;
const MOST_CHARACTERS = 600;

/** A document may be one line: what stands around the question is shown. */
function around(text: string, stem: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const from = Math.max(0, text.indexOf(stem.slice(0, 8)) - MOST_CHARACTERS / 10);
  const shown = text.slice(from, from + MOST_CHARACTERS).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
  return `${from > 0 ? '…' : ''}${shown}${from + MOST_CHARACTERS < text.length ? '…' : ''}`;
}

function keyOf({ type, answer, options }: Draft): string {
  if (answer === null) return '';
  if (typeof answer === 'boolean') return answer ? '✓' : '✗';
  if (typeof answer !== 'string') return answer.join(' | ');
  if (type !== 'single' || answer.length !== 1) return answer;
  return `${answer} ${options.find(({ id }) => id === answer)?.text ?? ''}`.trim();
}

function decidedOf(question: Doubtful): Decided | null {
  if (question.decision !== 'accepted') return question.decision;
  if (question.draft.written !== undefined) return 'edited';
  return isKeyChanged(question) ? 'key-changed' : 'accepted';
}
