import { parseLetters, parseTruth } from '../../bank/letters.ts';
import type { ItemDocument, QuestionDocument } from '../../bank/schema.ts';
import type { Draft, DraftAnswer } from '../draft.ts';
import { confidenceOf } from '../settle.ts';
import { type FormatReading, ReadingNotes } from './reading.ts';

/** An item of a bank's file with its lines, and whether anything is wrong with it. */
export interface StoredItem {
  readonly item: ItemDocument;
  readonly line: number;
  readonly endLine: number;
  readonly isFaulty: boolean;
}

/** The items of a bank of our own: sound ones are taken over as they are, ids and all; the others are named. */
export function readBank(file: string, items: readonly StoredItem[]): FormatReading {
  const notes = new ReadingNotes(file);
  for (const { item, line, endLine, isFaulty } of items)
    if (isFaulty) notes.miss(line, `${item?.id ?? '?'}: ${textOf(item)}`, 'faulty-item');
    else notes.drafts.push(draftOf(item, { file, line, endLine }));
  return notes;
}

function draftOf(item: ItemDocument, source: Draft['source']): Draft {
  const isDraft = item.draft === true;
  const doubts = isDraft ? [{ code: 'NO_KEY' as const, line: source.line, params: {} }] : [];
  return {
    type: item.type,
    number: null,
    stem: item.type === 'case' ? (item.title ?? item.stem ?? '') : item.stem.trim(),
    material: item.type === 'case' ? item.material.trim() : '',
    options: 'options' in item ? item.options.map((text, index) => ({ id: letter(index), text: String(text) })) : [],
    answer: isDraft ? null : item.type === 'case' ? item.items.map((part) => String(answerOf(part))) : answerOf(item),
    explanation: item.explanation?.trim() ?? '',
    points: null,
    section: null,
    difficulty: item.difficulty ?? null,
    topic: item.topic ?? '',
    source,
    confidence: confidenceOf(doubts),
    doubts,
    rules: ['marked'],
    ...(item.id === undefined ? {} : { id: item.id }),
    item,
  };
}

function answerOf(item: QuestionDocument): DraftAnswer {
  switch (item.type) {
    case 'boolean':
      return parseTruth(item.answer);
    case 'blank':
      return (Array.isArray(item.answer) ? item.answer : [item.answer]).map(firstText);
    case 'short':
      return item.answer ?? null;
    default:
      return parseLetters(item.answer)?.join('') ?? null;
  }
}

function firstText(key: unknown): string {
  if (Array.isArray(key)) return firstText(key[0]);
  if (typeof key === 'object' && key !== null && 'accept' in key) return firstText(key.accept);
  return String(key ?? '');
}

/** What is wrong with it may be that it is no item at all. */
const textOf = (item: unknown): string =>
  typeof item === 'object' && item !== null && 'stem' in item ? String(item.stem) : '';

const letter = (index: number): string => String.fromCharCode(65 + index);
