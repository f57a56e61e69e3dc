import type { QuestionType } from '../core/bank/item.ts';
import type { RulePiece } from '../core/exam/section-rules.ts';
import { formatPoints } from '../core/grading/mark.ts';
import type { Widened } from './messages.ts';
import type { zhPaper } from './zh-paper.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
const points = (hundredths: number): string => count(Number(formatPoints(hundredths)), 'point');

/** A title that brings its own number gets no other. */
const NUMBERED = /^\s*(?:part|section)\s+\w+|^\s*(?:\d+|[ivx]+|[a-z])[.)]\s/i;

const TYPES: Record<QuestionType, string> = {
  single: 'Single choice',
  multiple: 'Multiple choice',
  boolean: 'True or false',
  blank: 'Fill in',
  ordering: 'Ordering',
  short: 'Short answer',
};
const about = (types: readonly QuestionType[]): string =>
  types.length === 0 ? '' : `${types.map((type) => TYPES[type]).join(', ')}: `;

const MULTIPLE = {
  exact: 'Only the complete and correct set of options earns marks.',
  'under-half': 'A wrong option earns nothing; a correct but incomplete set earns half.',
  'under-proportional': 'A wrong option earns nothing; a correct but incomplete set earns its share.',
  'each-plus-minus':
    'Each right option adds a share and each wrong one takes a share away (a share is the points of the question divided by the number of right options).',
};
const ORDERING = {
  exact: 'Only the whole order earns marks.',
  pairs: 'Marks go by the share of neighbours that stand in the right order.',
};

/** One rule of marking. */
function rule(piece: RulePiece): string {
  switch (piece.kind) {
    case 'multiple':
      return about(piece.of) + MULTIPLE[piece.scoring];
    case 'hits': {
      const most = piece.most === null ? `${points(piece.hit)} less than full marks` : points(piece.most);
      return `${about(piece.of)}A wrong option earns nothing; a correct but incomplete set earns ${points(piece.hit)} for each option, ${most} at most.`;
    }
    case 'ordering':
      return about(piece.of) + ORDERING[piece.scoring];
    case 'wrong':
      return `${about(piece.of)}A wrong answer costs ${points(piece.cost)}; no answer costs nothing.`;
    case 'question-floor':
      return piece.least === 0
        ? 'No question gives less than 0.'
        : `No question costs more than ${points(-piece.least)}.`;
    case 'section-floor':
      return piece.least === 0
        ? 'The whole part gives no less than 0.'
        : `The whole part costs no more than ${points(-piece.least)}.`;
    case 'minutes':
      return `Time for this part: ${count(piece.minutes, 'minute')}.`;
    case 'per-item':
      return `Time for each question: ${count(piece.seconds, 'second')}.`;
  }
}

export const enPaper: Widened<typeof zhPaper> = {
  sheet: {
    language: 'en',
    sectionHead: (number, { title, items, cases, each, total }) => {
      const named = NUMBERED.test(title) ? title : `Part ${number}. ${title}`;
      const worth = items === 1 ? points(total) : `${points(each)} each, ${points(total)} in all`;
      return `${named} (${count(items, cases ? 'case' : 'question')}, ${worth})`;
    },
    rule,
    sentenceGap: ' ',
    nameLines: ['Name', 'Candidate no.', 'Score'],
    titleOf: (title, version) => (version === '' ? title : `${title} (version ${version})`),
    minutes: (minutes) => `Time: ${count(minutes, 'minute')}`,
    total: (total) => `Total: ${count(Number(total), 'point')}`,
    pass: (pass) => `To pass: ${count(Number(pass), 'point')}`,
    points: (each) => ` (${count(Number(each), 'point')})`,
    answerSpace: ` (${'\u00a0'.repeat(6)})`,
    material: (first, last) =>
      first === last
        ? `Read this and answer question ${first}.`
        : `Read this and answer questions ${first} to ${last}.`,
    keyTitle: 'Key and explanations',
    key: 'Key',
    explanation: 'Why',
    truth: { true: 'true', false: 'false' },
    keyJoin: '; ',
    footer: (paper, version, seed) =>
      [paper, version === '' ? '' : `version ${version}`, `seed ${seed}`].filter(Boolean).join(' · '),
  },
  unknown: (paper) => `No paper is called “${paper}”.`,
  choose: 'Which paper?',
  these: (names) => `Say it with --paper: ${names}.`,
  none: (banks) => `The bank ${banks} has no papers.`,
  noneHint: 'Write one under papers in the bank, or choose another bank with --bank.',
  lacking: (paper, section, wanted, available) =>
    `The paper ${paper} cannot be put together: “${section}” wants ${count(wanted, 'item')}, ${available} can be had.`,
  lackingHint: 'Add items, or lower count.',
  exists: (path) => `${path} is there already; nothing was written.`,
  existsHint: 'Write over it with --force, or choose another file with -o.',
  notWritten: (path, reason) => `The paper was not written to ${path}: ${reason}.`,
  versions: 'names like A,B: different ones between commas, each of 1 to 8 letters or digits, 26 at most',
};
