import { type Body, choiceBody, numbersBody, pairsBody, plainBody, type Weighed, wordsBody } from '../body.ts';
import { modelAnswer } from '../model-answer.ts';
import { elementIn, elementsIn, textIn, type XmlElement } from '../xml-element.ts';
import { clozeBody } from './cloze.ts';
import type { MoodleTexts } from './texts.ts';

/** What the answers of a question come to, with the stem where they stand in it; null for a kind there is nothing for. */
export interface MoodleBody extends Body {
  readonly stem?: string;
  /** Where the explanation is not what the general feedback says. */
  readonly explanation?: string;
}

export function moodleBody(question: XmlElement, type: string, texts: MoodleTexts): MoodleBody | null {
  switch (type) {
    case 'multichoice':
    case 'multichoiceset': {
      const several = textIn(elementIn(question, 'single')).trim();
      const isSeveral = type === 'multichoiceset' || several === 'false' || several === '0';
      return choiceBody(
        weighed(question, texts).map((answer) => ({ ...answer, isRight: (answer.weight ?? 0) >= 99.9 })),
        isSeveral,
      );
    }
    case 'truefalse':
      return truthBody(weighed(question, texts));
    case 'shortanswer':
      return wordsBody(weighed(question, texts, 'plain_text'));
    case 'numerical':
      return numbersBody(numbersIn(question, texts));
    case 'matching':
    case 'match':
      return pairsBody(pairsIn(question, texts));
    case 'ordering':
      return orderBody(weighed(question, texts));
    case 'essay':
      return essayBody(question, texts);
    case 'cloze':
    case 'multianswer': {
      const element = elementIn(question, 'questiontext');
      return clozeBody(texts.source(element), (html) => texts.plain(html, element?.attributes.format ?? 'html'));
    }
    case 'gapselect':
    case 'ddwtos':
      return gapsBody(question, texts);
    default:
      return null;
  }
}

/** What is typed is held against the very text, whatever format its element names. */
const weighed = (question: XmlElement, texts: MoodleTexts, format?: 'plain_text'): Weighed[] =>
  elementsIn(question, 'answer').map((answer) => ({
    text: format ? texts.plain(texts.source(answer), format) : texts.said(answer),
    weight: Number(answer.attributes.fraction ?? 0),
    feedback: texts.said(elementIn(answer, 'feedback')),
  }));

function truthBody(answers: readonly Weighed[]): Body {
  const right = answers.find(({ weight }) => (weight ?? 0) > 0)?.text.toLowerCase();
  const answer = right === 'true' ? true : right === 'false' ? false : null;
  return plainBody({ type: 'boolean', answer }, { feedback: answers.flatMap(({ feedback }) => feedback || []) });
}

const numbersIn = (question: XmlElement, texts: MoodleTexts) =>
  elementsIn(question, 'answer').map((answer) => ({
    value: texts.plain(texts.source(answer), 'plain_text'),
    weight: Number(answer.attributes.fraction ?? 100),
    tolerance: Math.abs(Number(textIn(elementIn(answer, 'tolerance')))) || 0,
    feedback: texts.said(elementIn(answer, 'feedback')),
    range: null,
  }));

const pairsIn = (question: XmlElement, texts: MoodleTexts) =>
  elementsIn(question, 'subquestion').map((pair) => ({
    left: texts.said(pair),
    right: texts.said(elementIn(pair, 'answer')),
  }));

/** The place of each step is its fraction. */
function orderBody(answers: readonly Weighed[]): Body {
  const places = [...answers.keys()].sort((a, b) => (answers[a]?.weight ?? 0) - (answers[b]?.weight ?? 0));
  const answer = places.map((index) => String.fromCharCode(65 + index)).join('');
  return plainBody({ type: 'ordering', options: answers.map(({ text }) => text), answer });
}

/** The model answer is what graders are told. */
function essayBody(question: XmlElement, texts: MoodleTexts): MoodleBody {
  const told = texts.said(elementIn(question, 'graderinfo'));
  const general = texts.said(elementIn(question, 'generalfeedback'));
  if (told !== '') return plainBody({ type: 'short', answer: told });
  const { answer, explanation } = modelAnswer(general);
  return { ...plainBody({ type: 'short', answer }), explanation };
}

/** Words that are dragged or chosen into `[[1]]`: blanks, with the words to choose from below. */
function gapsBody(question: XmlElement, texts: MoodleTexts): MoodleBody | null {
  const words = [...elementsIn(question, 'selectoption'), ...elementsIn(question, 'dragbox')].map((box) =>
    texts.said(box),
  );
  const text = texts.said(elementIn(question, 'questiontext'));
  const gaps = [...text.matchAll(/\[\[(\d{1,3})\]\]/g)].map(([, number]) => words[Number(number) - 1] ?? '');
  if (gaps.length === 0 || words.length === 0) return null;
  const stem = `${text.replace(/\[\[\d{1,3}\]\]/g, '____')}\n（${[...new Set(words)].join(' / ')}）`;
  const doubts = [{ code: 'MADE_OF', params: { kind: 'choice-field' } }] as const;
  return { ...plainBody({ type: 'blank', answer: gaps.includes('') ? null : gaps }, { doubts }), stem };
}
