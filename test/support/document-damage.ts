import { type Rng, rngOf } from '../../src/core/rng.ts';

/** A way in which documents suffer between their author and the learner, in several degrees. */
export interface Damage {
  readonly kind: string;
  readonly degree: string;
  apply(text: string, rng: Rng): string;
}

const damage = (kind: string, degree: string, apply: Damage['apply']): Damage => ({ kind, degree, apply });

export const DAMAGES: readonly Damage[] = [
  damage('none', '', (text) => text),
  ...[0.1, 0.5, 1].map((share) => damage('newlines lost', percent(share), (text, rng) => joined(text, share, rng))),
  damage('full width', 'all', (text) => text.replace(/[!-~]/g, wide)),
  ...[0.02, 0.1].map((share) =>
    damage('spaces put in', percent(share), (text, rng) =>
      text.replace(/[^\s]/gu, (sign) => (rng.next() < share ? `${sign} ` : sign)),
    ),
  ),
  ...[0.5, 1].map((share) =>
    damage('spaces lost', percent(share), (text, rng) =>
      text.replace(/(?<=\S)[ \u3000]+(?=\S)/g, (spaces) => (rng.next() < share ? '' : spaces)),
    ),
  ),
  ...[20, 6].map((every) =>
    damage('page numbers', `every ${every} lines`, (text) =>
      between(text, every, (page) => `${page % 2 === 0 ? `- ${page} -` : `第${page}页 共40页`}\n客服专业知识题库汇编`),
    ),
  ),
  ...[10, 3].map((every) =>
    damage('watermark', `every ${every} lines`, (text) => between(text, every, () => '更多资料请加群 www.example.com')),
  ),
  ...[0.05, 0.2].map((share) =>
    damage('digits misread', percent(share), (text, rng) =>
      text.replace(/[0159]/g, (digit) => (rng.next() < share ? (MISREAD[digit] ?? digit) : digit)),
    ),
  ),
  ...[0.2, 1].map((share) =>
    damage('full stops as commas', percent(share), (text, rng) =>
      text.replace(/(?<=[0-9A-Za-z])\./g, () => (rng.next() < share ? ',' : '.')),
    ),
  ),
  damage('blank lines', 'doubled', (text) => text.replaceAll('\n', '\n\n')),
];

function percent(share: number): string {
  return `${share * 100} %`;
}

/** What reading machines make of digits. */
const MISREAD: Readonly<Record<string, string>> = { '0': 'O', '1': 'l', '5': 'S', '9': 'g' };

const wide = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);

const joined = (text: string, share: number, rng: Rng): string =>
  text.replace(/\n/g, () => (rng.next() < share ? '' : '\n'));

function between(text: string, every: number, line: (page: number) => string): string {
  return text
    .split('\n')
    .flatMap((each, index) => ((index + 1) % every === 0 ? [each, line((index + 1) / every)] : [each]))
    .join('\n');
}

/** The generator of one sample's damage: the same in every run, another for each seed. */
export const rngFor = (sample: string, seed: number): Rng => rngOf(`${sample} ${seed}`);
