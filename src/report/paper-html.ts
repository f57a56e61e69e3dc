import { formatPoints } from '../core/grading/mark.ts';
import { cssString, escapeHtml, richHtml, richLineHtml } from './html-text.ts';
import type { SheetKey } from './paper-key.ts';
import type { KeyPlace, PaperSheet, SheetBlock, SheetQuestion, SheetSection } from './paper-sheet.ts';
import { PAPER_STYLE } from './paper-style.ts';
import type { PaperWords } from './paper-words.ts';

/** Papers as one page of HTML that needs nothing else: to be printed on A4, each paper and each key on pages of its own. */
export function renderPaperHtml(sheets: readonly PaperSheet[], words: PaperWords, key: KeyPlace): string {
  const titles = sheets.map(({ blueprint, version }) => words.titleOf(blueprint.title, version));
  return `<!doctype html>
<html lang="${escapeHtml(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml([...new Set(titles)].join(' · '))}</title>
<style>${PAPER_STYLE}${sheets.map((sheet, index) => pageStyle(sheet, index, words)).join('')}</style>
</head>
<body>
${sheets.map((sheet, index) => articleOf(sheet, index, words, key)).join('\n')}
</body>
</html>
`;
}

/** Below each page stands which paper it is of, so that loose pages find back and a key goes with its own paper. */
const pageStyle = (sheet: PaperSheet, index: number, words: PaperWords): string =>
  `@page sheet${index} { @bottom-left { content: ${cssString(footerOf(sheet, words))}; font-size: 9pt; } }
.sheet${index} { page: sheet${index}; }
`;

const footerOf = ({ paper, version, seed }: PaperSheet, words: PaperWords): string =>
  words.footer(paper, version, seed);

function articleOf(sheet: PaperSheet, index: number, words: PaperWords, key: KeyPlace): string {
  const { blueprint, version, sections } = sheet;
  const footer = `<footer>${escapeHtml(footerOf(sheet, words))}</footer>`;
  const fields = words.nameLines.map((name) => `<span>${escapeHtml(name)}</span>`).join('');
  const keyTitle = words.titleOf(`${blueprint.title} · ${words.keyTitle}`, version);
  const keys = sections.map((section, at) => keySection(section, at + 1, words)).join('\n');
  return `<article class="sheet${index}">
<h1>${escapeHtml(words.titleOf(blueprint.title, version))}</h1>
<div class="fields">${fields}</div>
<div class="facts">${factsOf(sheet, words)}</div>
${sections.map((section, at) => sectionOf(section, at + 1, words, key === 'inline')).join('\n')}
${footer}
${key === 'end' ? `<section class="key-page">\n<h1>${escapeHtml(keyTitle)}</h1>\n${keys}\n${footer}\n</section>\n` : ''}</article>`;
}

function factsOf({ blueprint: { minutes, total, pass } }: PaperSheet, words: PaperWords): string {
  const facts = [
    ...(minutes === null ? [] : [words.minutes(minutes)]),
    words.total(formatPoints(total)),
    ...(pass === null ? [] : [words.pass(formatPoints(pass))]),
  ];
  return facts.map((fact) => `<span>${escapeHtml(fact)}</span>`).join('');
}

const headOf = (section: SheetSection, number: number, words: PaperWords): string =>
  `<h2>${escapeHtml(words.sectionHead(number, section.blueprint))}</h2>`;

function sectionOf(section: SheetSection, number: number, words: PaperWords, inline: boolean): string {
  const rules = section.blueprint.rules.map(words.rule).join(words.sentenceGap);
  return [
    headOf(section, number, words),
    ...(rules === '' ? [] : [`<p class="rules">${escapeHtml(rules)}</p>`]),
    ...section.blocks.map((block) => blockOf(block, words, inline)),
  ].join('\n');
}

function blockOf({ material, questions }: SheetBlock, words: PaperWords, inline: boolean): string {
  const asked = questions.map((question) => questionOf(question, words, inline));
  if (!material) return asked.join('\n');
  const head = words.material(questions[0]?.number ?? 0, questions.at(-1)?.number ?? 0);
  const title = `${escapeHtml(head)} ${escapeHtml(material.title)}`.trim();
  return [`<div class="material"><h3>${title}</h3>${richHtml(material.text)}</div>`, ...asked].join('\n');
}

function questionOf(question: SheetQuestion, words: PaperWords, inline: boolean): string {
  const { stem, type, needsSpace, points, options, lines } = question;
  const tail = [needsSpace ? words.answerSpace : '', points === null ? '' : words.points(formatPoints(points))].join(
    '',
  );
  const asked = richHtml(stem, { head: numberOf(question), tail: escapeHtml(tail), blanks: type === 'blank' });
  const choices = options.map(({ label, text }) => `<li>${escapeHtml(label)}. ${richLineHtml(text)}</li>`).join('');
  const space = lines > 0 && !inline ? `<div class="lines">${'<i></i>'.repeat(lines)}</div>` : '';
  const key = inline ? `<div class="answer">${keyHtml(question, words)}</div>` : '';
  const list = choices === '' ? '' : `<ul class="options${columnsFor(options)}">${choices}</ul>`;
  return `<div class="question">${asked}${list}${space}${key}</div>`;
}

const numberOf = ({ number }: SheetQuestion): string => `<span class="number">${number}.</span>`;

/** Short options stand side by side, as printed papers have them; lengths are those of Han characters. */
function columnsFor(options: SheetQuestion['options']): string {
  const longest = Math.max(...options.map(({ text }) => text.replace(/[\u0020-\u024f]{2}/g, 'x').length));
  if (options.length === 4 && longest <= 7) return ' quarter';
  return longest <= 17 ? ' half' : '';
}

function keySection(section: SheetSection, number: number, words: PaperWords): string {
  const keys = section.blocks.flatMap(({ questions }) =>
    questions.map((question) => `<div class="question">${keyHtml(question, words, numberOf(question))}</div>`),
  );
  return [headOf(section, number, words), ...keys].join('\n');
}

function keyHtml({ key, explanation }: SheetQuestion, words: PaperWords, number = ''): string {
  const head = `${number}<strong>${escapeHtml(words.key)}</strong> `;
  const because = { head: `<strong>${escapeHtml(words.explanation)}</strong> ` };
  return [keyText(key, head, words), explanation === '' ? '' : richHtml(explanation, because)].join('');
}

function keyText(key: SheetKey, head: string, words: PaperWords): string {
  switch (key.kind) {
    case 'letters':
      return `<p>${head}${escapeHtml(key.text)}</p>`;
    case 'truth':
      return `<p>${head}${escapeHtml(words.truth[key.value ? 'true' : 'false'])}</p>`;
    case 'texts':
      return `<p>${head}${key.texts.map(escapeHtml).join(escapeHtml(words.keyJoin))}</p>`;
    case 'model': {
      const points = key.points.map(
        ({ text, of }) => `<li>${richLineHtml(text)}${escapeHtml(words.points(formatPoints(of)))}</li>`,
      );
      return `${richHtml(key.text, { head })}<ul>${points.join('')}</ul>`;
    }
  }
}
