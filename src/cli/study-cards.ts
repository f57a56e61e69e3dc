import { fillBlanks } from '../core/bank/blanks.ts';
import { letterAt, type Question } from '../core/bank/item.ts';
import { relabel } from '../core/session/letter-reference.ts';
import { presentOptions } from '../core/session/presentation.ts';
import { type Page, type QuestionPage, topicStarts } from '../core/study/pages.ts';
import type { Messages } from '../messages/messages.ts';
import type { StudyCard, StudyOption, StudyQuestion } from '../prompts/study/cards.ts';
import { keyLines, rightLetters } from './cards.ts';
import type { Journal } from './journal.ts';

/** Makes one page at a time ready to be shown, when it is turned to. */
export class StudyCards {
  readonly #pages: readonly Page[];
  readonly #journal: Journal;
  readonly #words: Messages;
  readonly #starts: readonly number[];
  readonly #severalBanks: boolean;

  constructor(pages: readonly Page[], journal: Journal, words: Messages) {
    this.#pages = pages;
    this.#journal = journal;
    this.#words = words;
    this.#starts = topicStarts(pages);
    this.#severalBanks = new Set(pages.map(({ bank }) => bank)).size > 1;
  }

  /** `before` is the page that was on the screen before; null for none. */
  at(index: number, before: number | null): StudyCard {
    const page = this.#pages[index] as Page;
    const topic = page.topic?.title ?? '';
    const label = page.kind === 'notes' ? this.#words.study.notes : this.#words.types[page.question.question.type];
    const place = {
      page: index,
      of: this.#pages.length,
      heading: [label, topic, this.#severalBanks ? page.bank.title : ''],
      topic,
      nextTopic: this.#starts.find((start) => start > index) ?? null,
      previousTopic: this.#starts.filter((start) => start <= index).at(-2) ?? null,
    };
    if (page.kind === 'notes') return { kind: 'notes', ...place, title: topic, notes: page.topic.notes };
    return { kind: 'question', ...place, ...this.#question(page, before === null ? null : this.#pages[before]) };
  }

  #question(
    { question: { question, parent, ref } }: QuestionPage,
    before: Page | null | undefined,
  ): Omit<StudyQuestion, 'kind' | 'page' | 'of' | 'heading' | 'topic' | 'nextTopic' | 'previousTopic'> {
    const { progress } = this.#journal;
    const order = 'options' in question ? question.options.map((_, index) => letterAt(index)) : [];
    const options = presentOptions(question, order);
    const stem = relabel(question.stem, order);
    return {
      starred: progress.starred.has(ref),
      note: progress.notes.get(ref) ?? '',
      caseTitle: parent?.title ?? '',
      material: parent?.material ?? '',
      materialSeen: parent !== null && before?.kind === 'question' && before.question.parent === parent,
      stem,
      answeredStem: question.type === 'blank' ? fillBlanks(stem, question.blanks) : stem,
      options: options.map((option) => ({ ...option, ...standing(question, option.letter) })),
      key: keyLines(question, options, this.#words),
      accepted: this.#alsoAccepted(question),
      keyPoints: question.type === 'short' ? question.points.map(({ text, points }) => `${text} (${points})`) : [],
      explanation: relabel(question.explanation, order),
    };
  }

  #alsoAccepted(question: Question): string[] {
    if (question.type !== 'blank') return [];
    return question.blanks.flatMap(({ accept }, index, all) =>
      accept.length > 1 ? [this.#words.study.alsoAccepted(index + 1, all.length, accept.slice(1).join(' / '))] : [],
    );
  }
}

/** Whether an option is right, and which place an order gives it. */
function standing(question: Question, letter: string): Pick<StudyOption, 'right' | 'place'> {
  if (question.type !== 'ordering') return { right: rightLetters(question).includes(letter), place: null };
  return { right: false, place: question.key.indexOf(letter) + 1 };
}
