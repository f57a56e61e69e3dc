import { type Bank, type BankQuestion, questionsOf } from '../../core/bank/bank.ts';
import { splitAtBlanks } from '../../core/bank/blanks.ts';
import { type Exported, exportEach, fullStem, literalStars, plainLetters } from './format.ts';

/** Moodle XML. Several blanks become a cloze question, an order one of `ordering` (in Moodle since 4.4). */
export function bankAsMoodleXml(bank: Bank): Exported {
  const body = exportEach(questionsOf(bank), questionXml, '\n');
  const category = `<question type="category"><category><text>$course$/top/${escaped(bank.title.replaceAll('/', '//'))}</text></category></question>`;
  return { ...body, text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${category}\n${body.text}\n</quiz>\n` };
}

function questionXml(asked: BankQuestion): string {
  const { question, ref } = asked;
  const kind = {
    single: 'multichoice',
    multiple: 'multichoice',
    boolean: 'truefalse',
    blank: question.type === 'blank' && question.blanks.length === 1 ? 'shortanswer' : 'cloze',
    ordering: 'ordering',
    short: 'essay',
  }[question.type];
  const stem = kind === 'cloze' ? clozeOf(asked) : html(fullStem(asked));
  return [
    `<question type="${kind}">`,
    `<name><text>${escaped(ref)}</text></name>`,
    `<questiontext format="html"><text>${escaped(stem)}</text></questiontext>`,
    `<generalfeedback format="html"><text>${escaped(html(plainLetters(question.explanation)))}</text></generalfeedback>`,
    ...answersOf(asked, kind),
    '</question>',
  ].join('\n');
}

function answersOf({ question }: BankQuestion, kind: string): string[] {
  switch (question.type) {
    case 'single':
    case 'multiple': {
      const keys: readonly string[] = question.type === 'single' ? [question.key] : question.key;
      const isOne = question.type === 'single';
      const wrong = isOne ? 0 : -100 / Math.max(1, question.options.length - keys.length);
      const worth = (index: number): number =>
        keys.includes(String.fromCharCode(65 + index)) ? 100 / keys.length : wrong;
      return [
        `<single>${isOne}</single>`,
        `<shuffleanswers>${question.shuffle ? 1 : 0}</shuffleanswers>`,
        ...question.options.map((option, index) => answerXml(worth(index), html(option), 'html')),
      ];
    }
    case 'boolean':
      return [answerXml(question.key ? 100 : 0, 'true'), answerXml(question.key ? 0 : 100, 'false')];
    case 'blank':
      return kind === 'cloze'
        ? []
        : (question.blanks[0]?.accept ?? []).map((text) => answerXml(100, literalStars(text)));
    case 'ordering':
      return question.key.map((letter, place) =>
        answerXml(place + 1, html(question.options[letter.charCodeAt(0) - 65] ?? ''), 'html'),
      );
    case 'short':
      return [`<graderinfo format="html"><text>${escaped(html(question.answer))}</text></graderinfo>`];
  }
}

const answerXml = (fraction: number, text: string, format = 'moodle_auto_format'): string =>
  `<answer fraction="${Math.round(fraction * 100_000) / 100_000}" format="${format}"><text>${escaped(text)}</text></answer>`;

/** Each blank of the stem as Moodle's `{1:SHORTANSWER:=text~=other}`, as HTML; blanks that the stem does not mark come behind it. */
function clozeOf(asked: BankQuestion): string {
  const { question } = asked;
  if (question.type !== 'blank') return html(fullStem(asked));
  const fields = question.blanks.map(
    ({ accept }) =>
      `{1:SHORTANSWER:${accept.map((text) => `=${html(literalStars(text).replace(/[}~#=\\](?!\*)/g, '\\$&'))}`).join('~')}}`,
  );
  // A brace of the author's own opens no field.
  const pieces = splitAtBlanks(fullStem(asked)).map((piece) => html(piece).replaceAll('{', '&#123;'));
  const [first = '', ...others] = pieces;
  const stem = others.reduce((written, piece) => written + (fields.shift() ?? '____') + piece, first);
  return [stem, ...fields].join(' ');
}

/** Paragraphs; the text itself stays text. */
const html = (text: string): string => escaped(text).replace(/\n/g, '<br>');

const escaped = (text: string): string =>
  [...text]
    // XML has no room for control characters, not even escaped.
    .filter((character) => /[\t\n\r]|[^\u0000-\u001f\ufffe\uffff]/.test(character))
    .join('')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
