import { Composer, type Document, Lexer, type LineCounter, Parser } from 'yaml';
import { MOST_LEVELS } from './bank-limits.ts';

/** A text as the `yaml` package understands it. */
export interface YamlDocument {
  readonly document: Document.Parsed;
  /** Where a second document begins; null where there is none. */
  readonly secondAt: number | null;
}

/** Lists and maps within each other, more of them than any bank has. */
export class TooDeep extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super('nested too deeply');
    this.offset = offset;
  }
}

/**
 * Parses as `parseDocument` does, but throws `TooDeep` as soon as more is open than a bank may have. The package recurses
 * over what is open, and running out of stack is not always an error that can be caught: where V8 happens to compile a
 * regular expression just then, it ends the process.
 */
export function parseYaml(text: string, lines?: LineCounter): YamlDocument {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  let document: Document.Parsed | null = null;
  for (const next of composer.compose(boundedTokens(text, lines), true, text.length)) {
    if (document) return { document, secondAt: next.range[0] };
    document = next;
  }
  return { document: document as Document.Parsed, secondAt: null };
}

function* boundedTokens(text: string, lines: LineCounter | undefined): ReturnType<Parser['parse']> {
  const parser = new Parser(lines?.addNewLine);
  lines?.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MOST_OPEN) throw new TooDeep(parser.offset);
  }
  yield* parser.end();
}

/** With the document, a scalar, and what is one level too deep by the place that its fault names. */
const MOST_OPEN = MOST_LEVELS + 4;
