import { type Bank, type BankQuestion, questionsOf } from '../core/bank/bank.ts';
import { blankCount } from '../core/bank/blanks.ts';
import type { Letter, Question } from '../core/bank/item.ts';
import { type Blueprint, blueprintOf, type SectionBlueprint } from '../core/exam/blueprint.ts';
import type { Form, FormItem } from '../core/exam/form.ts';
import { relabel } from '../core/session/letter-reference.ts';
import { presentOptions } from '../core/session/presentation.ts';
import { keyOf, type SheetKey } from './paper-key.ts';

/** Where the key goes: nowhere, on pages of its own behind the paper, or below each question. */
export const KEY_PLACES = ['none', 'end', 'inline'] as const;
export type KeyPlace = (typeof KEY_PLACES)[number];

/** One printed copy of a paper, before it is Markdown or HTML: texts are the bank's own, in the order of this copy. */
export interface PaperSheet {
  readonly blueprint: Blueprint;
  /** `bank/paper`. */
  readonly paper: string;
  /** `A`; empty where there is one version only. */
  readonly version: string;
  readonly seed: string;
  readonly sections: readonly SheetSection[];
}

export interface SheetSection {
  readonly blueprint: SectionBlueprint;
  readonly blocks: readonly SheetBlock[];
}

/** Questions that stand together: those of a case behind its material, or one alone. */
export interface SheetBlock {
  readonly material: { readonly title: string; readonly text: string } | null;
  readonly questions: readonly SheetQuestion[];
}

export interface SheetQuestion {
  /** Through the whole paper, from 1. */
  readonly number: number;
  readonly type: Question['type'];
  readonly stem: string;
  /** The stem has no place for the answer, and one is needed. */
  readonly needsSpace: boolean;
  /** Hundredths, where they are not those of every item of the section. */
  readonly points: number | null;
  readonly options: readonly { readonly label: Letter; readonly text: string }[];
  /** Lines to write on. */
  readonly lines: number;
  readonly key: SheetKey;
  readonly explanation: string;
}

export interface SheetSource {
  readonly form: Form;
  readonly bank: Bank;
  readonly seed: string;
  readonly version: string;
}

export function paperSheet({ form, bank, seed, version }: SheetSource): PaperSheet {
  const paper = bank.papers.find(({ id }) => id === form.paper.id);
  if (!paper) throw new Error(`The bank "${bank.id}" has no paper "${form.paper.id}".`);
  const blueprint = blueprintOf(paper, bank);
  const known = new Map(questionsOf(bank).map((question) => [question.ref, question]));
  const numbered = form.items.map((item, index) => ({ item, number: index + 1, asked: known.get(item.ref) }));
  const sections = blueprint.sections.map((section, index): SheetSection => {
    const own = numbered.filter((each): each is Numbered => each.item.section === index && each.asked !== undefined);
    return { blueprint: section, blocks: blocksOf(own, section) };
  });
  return { blueprint, paper: `${bank.id}/${paper.id}`, version, seed, sections };
}

interface Numbered {
  readonly item: FormItem;
  readonly number: number;
  readonly asked: BankQuestion;
}

function blocksOf(items: readonly Numbered[], section: SectionBlueprint): SheetBlock[] {
  const blocks: (SheetBlock & { questions: SheetQuestion[]; of: string })[] = [];
  for (const each of items) {
    const { parent, ref } = each.asked;
    const of = parent?.id ?? ref;
    const last = blocks.at(-1);
    const question = sheetQuestion(each, section);
    if (parent && last?.of === of) last.questions.push(question);
    else blocks.push({ of, material: parent && { title: parent.title, text: parent.material }, questions: [question] });
  }
  return blocks.map(({ material, questions }) => ({ material, questions }));
}

function sheetQuestion({ item, number, asked: { question } }: Numbered, section: SectionBlueprint): SheetQuestion {
  const { order, of } = item;
  const turned = (text: string): string => (order ? relabel(text, order) : text);
  return {
    number,
    type: question.type,
    stem: roomy(turned(question.stem)),
    needsSpace: question.type !== 'short' && question.type !== 'blank' && blankCount(question.stem) === 0,
    points: of === section.each ? null : of,
    options: order ? presentOptions(question, order) : [],
    lines: question.type === 'short' ? Math.min(MOST_LINES, Math.max(LEAST_LINES, 2 * question.points.length)) : 0,
    key: keyOf(question, order, of),
    explanation: turned(question.explanation),
  };
}

/** Brackets for an answer, wide enough to write a letter in, and never parted by the end of a line. */
const roomy = (stem: string): string => stem.replace(/（\s{0,12}）|\(\s{1,12}\)/g, `（${'\u00a0'.repeat(6)}）`);

const LEAST_LINES = 4;
const MOST_LINES = 12;
