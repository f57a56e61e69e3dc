import { join } from 'node:path';
import { BANK_FORMAT } from '../core/bank/bank.ts';
import { letterAt, type Question } from '../core/bank/item.ts';
import type { BankDocument } from '../core/bank/schema.ts';
import { itemFields } from '../core/intake/bank-document.ts';
import type { Draft } from '../core/intake/draft.ts';
import { bankText } from '../store/bank-text.ts';
import { openingAt, runEditor } from '../store/editor.ts';
import { QuestionDraft } from '../store/question-draft.ts';
import { SCHEMA_FILE } from './bank-new.ts';
import type { Context } from './context.ts';
import { editorFor, wantsToGoOn } from './edit-bank.ts';
import { UserError } from './errors.ts';
import { faultLines } from './faults.ts';
import { asUserError } from './store-faults.ts';

/** A question in the editor, until it is sound or given up; null where it stays as it was. Nothing that goes wrong ends the review. */
export async function editQuestion(context: Context, draft: Draft): Promise<Draft | null> {
  try {
    return await edited(context, draft);
  } catch (error) {
    const told = asUserError(error, context.words);
    if (!(told instanceof UserError)) throw error;
    context.notice(`${told.message} ${told.hint}`);
    return null;
  }
}

async function edited(context: Context, draft: Draft): Promise<Draft | null> {
  const { words, home } = context;
  const editor = editorFor(context, 'question.yaml');
  const file = new QuestionDraft(join(home.directory, 'drafts'), asBank(draft));
  for (let at = FIRST_FIELD; ; ) {
    if (!(await runEditor(editor, openingAt(editor, file.path, at))))
      context.notice(words.authors.editorFailed(editor));
    const taken = await file.take();
    switch (taken.kind) {
      case 'unchanged':
        file.drop();
        return null;
      case 'kept':
        file.drop();
        return editedDraft(draft, taken.fields, taken.question);
      case 'not-one':
        context.notice(words.review.onlyOne(file.path));
        return null;
      case 'faulty':
        for (const fault of faultLines(taken.loaded, context)) context.notice(fault);
        if (!(await wantsToGoOn(context))) {
          context.notice(words.review.draftKept(file.path));
          return null;
        }
        at = taken.loaded.faults[0]?.line ?? at;
    }
  }
}

/** Behind the lines that say what bank it is. */
const FIRST_FIELD = 7;

function asBank(draft: Draft): string {
  const item = { id: 'q1', ...itemFields(draft) };
  const head = { format: BANK_FORMAT, id: 'review', title: 'review', language: 'zh-CN' };
  return bankText({ ...head, items: [item] } as unknown as BankDocument, SCHEMA_FILE);
}

/** What is shown of it comes from the question as the bank reads it; what is written is what the person wrote. */
function editedDraft(draft: Draft, fields: Readonly<Record<string, unknown>>, question: Question): Draft {
  const { id: _, source: __, ...written } = fields;
  const { type, stem, explanation } = question;
  const options = 'options' in question ? question.options : [];
  return {
    ...draft,
    type,
    stem,
    explanation,
    options: options.map((text, index) => ({ id: letterAt(index), text })),
    answer: written.draft === true ? null : answerOf(question),
    written,
  };
}

function answerOf(question: Question): Draft['answer'] {
  switch (question.type) {
    case 'single':
    case 'boolean':
      return question.key;
    case 'multiple':
    case 'ordering':
      return question.key.join('');
    case 'blank':
      return question.blanks.map(({ accept }) => accept[0] ?? '');
    case 'short':
      return question.answer;
  }
}
