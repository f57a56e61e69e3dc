import type { Bank } from '../../src/core/bank/bank.ts';
import type { FindingCode } from '../../src/core/bank/finding.ts';
import type { Question } from '../../src/core/bank/item.ts';
import { compileBankText } from '../../src/store/bank-compile.ts';
import type { LoadedBank } from '../../src/store/bank-file.ts';

/** A fault as tests compare it. */
export interface Fault {
  readonly code: FindingCode;
  readonly line: number;
  readonly column: number;
}

/** An item that nothing is wrong with. */
export const SOUND = '  - { id: sound, type: boolean, stem: 客户永远是对的。, answer: 错 }\n';

/** A bank around items as they stand in a file, two spaces in; `head` goes before them. */
export const bankText = (items = SOUND, head = ''): string =>
  `format: quiz-bank/1\nid: b\ntitle: 小题库\n${head}items:\n${items}`;

export const loadText = (text: string): Promise<LoadedBank> => compileBankText('b.yaml', Buffer.from(text), 'r0');

/** What is wrong with a bank's text, in the order it is reported. */
export async function faultsOf(text: string): Promise<Fault[]> {
  const loaded = await loadText(text);
  return loaded.kind === 'bank'
    ? []
    : loaded.faults.map(({ finding, line, column }) => ({ code: finding.code, line, column }));
}

export const codesOf = async (text: string): Promise<FindingCode[]> => (await faultsOf(text)).map(({ code }) => code);

/** The bank in a text that has no faults. */
export async function bankOf(text: string): Promise<Bank> {
  const loaded = await loadText(text);
  if (loaded.kind === 'bank') return loaded.bank;
  throw new Error(`Faulty: ${(await codesOf(text)).join(' ')}`);
}

/** The compiled question of one item's lines, without the `- `. */
export async function questionOf(...lines: string[]): Promise<Question> {
  const [first, ...rest] = lines;
  const item = [`  - ${first}`, ...rest.map((line) => `    ${line}`)].join('\n');
  const { items } = await bankOf(bankText(`${item}\n`, 'topics: { a: { title: 甲 } }\n'));
  const compiled = items[0];
  if (!compiled || compiled.type === 'case') throw new Error('No question.');
  return compiled;
}

/** The text without its mark `¦`, and the place where it stood. */
export function atMark(marked: string): { text: string; line: number; column: number } {
  const before = marked.slice(0, marked.indexOf('¦')).split('\n');
  return { text: marked.replace('¦', ''), line: before.length, column: (before.at(-1) as string).length + 1 };
}
