import { type Bank, type BankQuestion, questionsOf } from '../../core/bank/bank.ts';
import { type Exported, exportEach, fullStem, keyLetters, linesIn, optionLines, plainLetters } from './format.ts';

/**
 * Anki's text format with header lines: the ref is the note's id, so that importing again updates the notes. The front has
 * stem and options, the back the key and the explanation.
 */
export function bankAsAnki(bank: Bank, truth: Readonly<Record<'true' | 'false', string>>): Exported {
  const head = [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    `#deck:${field(bank.title)}`,
    '#guid column:1',
    '#tags column:4',
    '#columns:guid\tFront\tBack\tTags',
  ];
  const body = exportEach(
    questionsOf(bank),
    (asked) => {
      const { question, ref } = asked;
      const front = [fullStem(asked), ...optionLines(question)].join('\n');
      const back = [backOf(asked, truth), plainLetters(question.explanation)].filter(Boolean).join('\n\n');
      const tags = [question.type, question.topic.replaceAll('.', '::'), ...question.tags].filter(Boolean);
      return [ref, front, back, tags.map((tag) => tag.replace(/\s+/g, '_')).join(' ')].map(field).join('\t');
    },
    '\n',
  );
  return { ...body, text: `${head.join('\n')}\n${body.text}\n` };
}

function backOf({ question }: BankQuestion, truth: Readonly<Record<'true' | 'false', string>>): string {
  switch (question.type) {
    case 'boolean':
      return truth[question.key ? 'true' : 'false'];
    case 'blank':
      return question.blanks.map(({ accept }) => accept.join(' / ')).join('；');
    case 'short':
      return linesIn(question.answer).join('\n');
    case 'single':
      return `${question.key}. ${question.options[question.key.charCodeAt(0) - 65] ?? ''}`;
    default:
      return keyLetters(question);
  }
}

/** HTML without tabs and line ends, which end a field and a note. */
const field = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\t/g, ' ')
    .replace(/\r?\n/g, '<br>')
    .replace(/"/g, '&quot;');
