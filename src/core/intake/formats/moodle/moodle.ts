import { draftsOf } from '../body.ts';
import { categoryTopic } from '../category.ts';
import { idInRef, type MarkedDoubt } from '../marked-draft.ts';
import { type FormatReading, ReadingNotes } from '../reading.ts';
import { elementIn, elementsIn, textIn, type XmlElement } from '../xml-element.ts';
import { moodleBody } from './answers.ts';
import { MoodleTexts } from './texts.ts';

/** Moodle XML: the questions of a `<quiz>`, with what of them there is nothing for. */
export function readMoodle(file: string, quiz: XmlElement): FormatReading {
  const notes = new ReadingNotes(file);
  const seen = new Set<string>();
  let topic = '';
  for (const question of elementsIn(quiz, 'question')) {
    const type = (question.attributes.type ?? '').toLowerCase();
    if (type === 'category') topic = categoryTopic(textIn(elementIn(question, 'category')));
    else {
      readQuestion(question, type, topic, notes);
      skipSaidToAll(question, seen, notes);
    }
  }
  return notes;
}

function readQuestion(question: XmlElement, type: string, topic: string, notes: ReadingNotes): void {
  const { line, endLine } = question;
  const texts = new MoodleTexts();
  const body = moodleBody(question, type, texts);
  const told = texts.said(elementIn(question, 'questiontext'));
  const general = texts.said(elementIn(question, 'generalfeedback'));
  if (type === 'description') return notes.skip(line, told, 'description');
  if (body === null) return notes.miss(line, `${type}: ${told}`, 'unknown-kind');
  const explanation = [body.explanation ?? general, ...body.feedback].filter(Boolean).join('\n');
  const points = Number.parseFloat(textIn(elementIn(question, 'defaultgrade')));
  notes.drafts.push(
    ...draftsOf(body, {
      ...{ file: notes.file, line, endLine, topic, explanation, stem: body.stem ?? told },
      points: points > 0 ? points : null,
      id: idInRef(texts.plain(texts.source(elementIn(question, 'name')), 'plain_text')),
      doubts: [...body.doubts, ...lostIn(question, texts)],
    }),
  );
}

function lostIn(question: XmlElement, { media, files }: MoodleTexts): MarkedDoubt[] {
  const hints = elementsIn(question, 'hint').filter((hint) => textIn(hint).trim() !== '').length;
  const doubts: MarkedDoubt[] = [];
  const names = [...new Set(files)];
  if (names.length > 0)
    doubts.push({ code: 'PART_LEFT_OUT', params: { what: 'files', count: names.length, names: names.join(', ') } });
  else if (media > 0) doubts.push({ code: 'PART_LEFT_OUT', params: { what: 'media', count: media } });
  if (hints > 0) doubts.push({ code: 'PART_LEFT_OUT', params: { what: 'hints', count: hints } });
  return doubts;
}

/** What is said to everybody who was right, or wrong: the same text in most questions, named once. */
function skipSaidToAll(question: XmlElement, seen: Set<string>, notes: ReadingNotes): void {
  for (const name of ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']) {
    const element = elementIn(question, name);
    const text = element ? new MoodleTexts().said(element) : '';
    if (text === '' || seen.has(text)) continue;
    seen.add(text);
    notes.skip(element?.line ?? question.line, text, 'feedback-for-all');
  }
}
