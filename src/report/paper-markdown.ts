import { formatPoints } from '../core/grading/mark.ts';
import { escapeMarkdown, escapeMarks, markdownTable } from './markdown-text.ts';
import type { SheetKey } from './paper-key.ts';
import type { KeyPlace, PaperSheet, SheetBlock, SheetQuestion, SheetSection } from './paper-sheet.ts';
import type { PaperWords } from './paper-words.ts';
import { type Block, richLine, richText, type Span } from './rich-text.ts';

/** Papers as Markdown, one after the other, each on a page of its own where a printer minds that. */
export function renderPaperMarkdown(sheets: readonly PaperSheet[], words: PaperWords, key: KeyPlace): string {
  return `${sheets.map((sheet) => paperOf(sheet, words, key)).join(`\n\n${PAGE_BREAK}\n\n`)}\n`;
}

const PAGE_BREAK = '<div style="break-before: page"></div>';
const BLANK = '\\_'.repeat(10);

function paperOf(sheet: PaperSheet, words: PaperWords, key: KeyPlace): string {
  const { blueprint, version } = sheet;
  const title = escapeMarkdown(words.titleOf(blueprint.title, version));
  const footer = ['---', escapeMarkdown(words.footer(sheet.paper, version, sheet.seed))];
  const parts = [
    `# ${title}`,
    words.nameLines.map((name) => `${name} ${BLANK}`).join('　'),
    factsOf(sheet, words),
    ...sheet.sections.flatMap((section, index) => sectionOf(section, index + 1, words, key === 'inline')),
    ...footer,
    ...(key === 'end' ? [PAGE_BREAK, ...keyPage(sheet, words), ...footer] : []),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function factsOf({ blueprint: { minutes, total, pass } }: PaperSheet, words: PaperWords): string {
  const facts = [
    minutes === null ? '' : words.minutes(minutes),
    words.total(formatPoints(total)),
    pass === null ? '' : words.pass(formatPoints(pass)),
  ];
  return facts.filter(Boolean).join('　');
}

function sectionOf(section: SheetSection, number: number, words: PaperWords, inline: boolean): string[] {
  const rules = section.blueprint.rules.map(words.rule).join(words.sentenceGap);
  const head = `## ${escapeMarkdown(words.sectionHead(number, section.blueprint))}`;
  return [head, escapeMarkdown(rules), ...section.blocks.flatMap((block) => blockOf(block, words, inline))];
}

function blockOf({ material, questions }: SheetBlock, words: PaperWords, inline: boolean): string[] {
  const asked = questions.flatMap((question) => questionOf(question, words, inline));
  if (!material) return asked;
  const head = words.material(questions[0]?.number ?? 0, questions.at(-1)?.number ?? 0);
  const title = `**${head}**${material.title === '' ? '' : ` ${escapeMarkdown(material.title)}`}`;
  return [quoted([title, ...blocksOf(material.text)]), ...asked];
}

function questionOf(question: SheetQuestion, words: PaperWords, inline: boolean): string[] {
  const { number, stem, needsSpace, points, options, lines } = question;
  const behind = [needsSpace ? words.answerSpace : '', points === null ? '' : words.points(formatPoints(points))].join(
    '',
  );
  const asked = led(numberOf(number), blocksOf(stem, question.type === 'blank'));
  const last = isTable(asked.at(-1)) ? '' : (asked.pop() ?? '');
  const choices = options.map(({ label, text }) => `${label}. ${lineOf(richLine(text))}`);
  return [
    ...asked,
    [`${last}${behind}`, ...choices].filter((line) => line !== '').join(LINE_BREAK),
    ...(lines > 0 && !inline ? [Array.from({ length: lines }, () => '&nbsp;').join(LINE_BREAK)] : []),
    ...(inline ? [quoted(keyLines(question, words))] : []),
  ];
}

function keyPage(sheet: PaperSheet, words: PaperWords): string[] {
  const title = words.titleOf(`${sheet.blueprint.title} · ${words.keyTitle}`, sheet.version);
  const sections = sheet.sections.flatMap((section, index) => [
    `## ${escapeMarkdown(words.sectionHead(index + 1, section.blueprint))}`,
    ...section.blocks.flatMap(({ questions }) => questions.flatMap((question) => numberedKey(question, words))),
  ]);
  return [`# ${escapeMarkdown(title)}`, ...sections];
}

function numberedKey(question: SheetQuestion, words: PaperWords): string[] {
  return led(numberOf(question.number), keyLines(question, words));
}

/** Without the escape `1.` would begin a list, and a renderer would number anew. */
const numberOf = (number: number): string => `**${number}\\.**`;

/** Paragraphs with some words before the first of them. */
function led(head: string, [first = '', ...more]: readonly string[]): string[] {
  return isTable(first) ? [head, first, ...more] : [`${head} ${first}`, ...more];
}

const isTable = (block: string | undefined): boolean => block?.startsWith('| ') ?? false;

function keyLines({ key, explanation }: SheetQuestion, words: PaperWords): string[] {
  const because = blocksOf(explanation);
  return [
    ...led(`**${words.key}**`, keyTexts(key, words)),
    ...pointsOf(key, words),
    ...(because.length === 0 ? [] : led(`**${words.explanation}**`, because)),
  ];
}

function keyTexts(key: SheetKey, words: PaperWords): string[] {
  switch (key.kind) {
    case 'letters':
      return [key.text];
    case 'truth':
      return [words.truth[key.value ? 'true' : 'false']];
    case 'texts':
      return [key.texts.map(escapeMarkdown).join(words.keyJoin)];
    case 'model':
      return blocksOf(key.text);
  }
}

function pointsOf(key: SheetKey, words: PaperWords): string[] {
  if (key.kind !== 'model') return [];
  return [key.points.map(({ text, of }) => `- ${lineOf(richLine(text))}${words.points(formatPoints(of))}`).join('\n')];
}

/** A paragraph or a table each. */
const blocksOf = (text: string, blanks = false): string[] => richText(text, blanks).map(blockText);

function blockText(block: Block): string {
  if (block.kind === 'lines') return block.lines.map(lineOf).join(LINE_BREAK);
  const width = block.head.length;
  const row = (cells: readonly (readonly Span[])[]): string[] =>
    Array.from({ length: width }, (_, index) => spansOf(cells[index] ?? []));
  return markdownTable(
    row(block.head),
    block.head.map(() => 'left'),
    block.rows.map(row),
  );
}

const LINE_BREAK = '\\\n';

/** A line that begins like a list, a heading or a rule is none. */
const lineOf = (spans: readonly Span[]): string =>
  spansOf(spans)
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');

const spansOf = (spans: readonly Span[]): string => spans.map(spanText).join('');

function spanText(span: Span): string {
  switch (span.kind) {
    case 'text':
      return escapeMarks(span.text);
    // Between backticks nothing can be escaped: a code is shown as a text is.
    case 'code':
      return escapeMarks(span.text);
    case 'strong':
      return strong(spansOf(span.spans));
    case 'blank':
      return BLANK;
  }
}

/** Stars mean nothing between a word and a bracket or quote: `是**“无形性”**的` stays as it is in most renderers. */
const strong = (text: string): string =>
  /^[\p{L}\p{N}].*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/su.test(text) ? `**${text}**` : `<strong>${text}</strong>`;

/** Everything within one quotation, paragraphs kept apart. */
const quoted = (paragraphs: readonly string[]): string =>
  paragraphs
    .join('\n\n')
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
