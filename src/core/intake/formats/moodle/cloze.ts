import { type Body, choiceBody, type Numeric, numbersBody, plainBody, type Weighed, wordsBody } from '../body.ts';
import type { MarkedDoubt } from '../marked-draft.ts';

/** A text with fields, `{1:SHORTANSWER:=rain~%50%drizzle#nearly}`, as a stem with blanks; null where there is no field. */
export function clozeBody(text: string, plain: (html: string) => string): (Body & { readonly stem: string }) | null {
  const pieces: string[] = [];
  const fields: Body[] = [];
  let at = 0;
  FIELD.lastIndex = 0;
  for (let head = FIELD.exec(text); head; head = FIELD.exec(text)) {
    const from = head.index + head[0].length;
    const end = closing(text, from);
    if (end < 0) break;
    const { body, choices } = fieldBody((head[1] ?? '').toUpperCase(), text.slice(from, end), plain);
    fields.push(body);
    pieces.push(text.slice(at, head.index), '____', choices);
    at = end + 1;
    FIELD.lastIndex = at;
  }
  if (fields.length === 0) return null;
  const accepted = fields.map(({ marked }) => marked.accepted?.[0] ?? []);
  const answer = accepted.every(({ length }) => length > 0) ? accepted.map(([first = '']) => first) : null;
  const stem = plain([...pieces, text.slice(at)].join(''));
  const doubts = fields.flatMap(({ doubts: all }) => all);
  const feedback = fields.flatMap(({ feedback: all }) => all);
  return { ...plainBody({ type: 'blank', answer, accepted }, { doubts, feedback }), stem };
}

const FIELD =
  /\{\d{0,3}:(SHORTANSWER_C|SHORTANSWER|SAC|SA|MWC|MW|NUMERICAL|NM|MULTICHOICE_[HVS]{1,3}|MULTICHOICE|MC[HVS]{0,2}|MULTIRESPONSE_[HS]{1,2}|MULTIRESPONSE|MR[HS]{0,2}):/gi;

/** Of the brace that ends a field; -1 where none does. */
function closing(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '}') return at;
    // A field within a field: this one was never closed.
    else if (text[at] === '{' && /^\{\d{0,3}:[A-Z]/.test(text.slice(at, at + 6))) return -1;
  }
  return -1;
}

function fieldBody(kind: string, inner: string, plain: (html: string) => string): { body: Body; choices: string } {
  const answers = answersIn(inner, plain);
  if (/^N/.test(kind)) return { body: blankOf(numbersBody(answers.map(numericOf))), choices: '' };
  if (!/^MC|^MULTICHOICE|^MR|^MULTIRESPONSE/.test(kind)) return { body: wordsBody(answers), choices: '' };
  const choice = choiceBody(
    answers.map((answer) => ({ ...answer, isRight: (answer.weight ?? 0) >= 99.9 })),
    /^M(?:R|ULTIR)/.test(kind),
  );
  // What was chosen from is shown behind the blank; what is chosen is typed.
  const options = choice.marked.options ?? [];
  const right = [...String(choice.marked.answer ?? '')].map((letter) => options[letter.charCodeAt(0) - 65] ?? '');
  const word = right.join('、');
  const doubts: MarkedDoubt[] = [...choice.doubts, { code: 'MADE_OF', params: { kind: 'choice-field' } }];
  const body = plainBody(
    { type: 'blank', answer: word === '' ? null : [word], accepted: [word === '' ? [] : [word]] },
    { doubts, feedback: answers.flatMap(({ feedback }) => (feedback === '' ? [] : [feedback])) },
  );
  return { body, choices: `（${options.join(' / ')}）` };
}

/** A range has no one text: its ends are shown as the answer of the blank. */
function blankOf(body: Body): Body {
  if (body.marked.type !== 'short') return body;
  const text = String(body.marked.answer);
  return { ...body, marked: { type: 'blank', answer: [text], accepted: [[text]] } };
}

function answersIn(inner: string, plain: (html: string) => string): Weighed[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < inner.length; at++) {
    if (inner[at] === '\\') at++;
    else if (inner[at] === '~') {
      pieces.push(inner.slice(from, at));
      from = at + 1;
    }
  }
  pieces.push(inner.slice(from));
  return pieces.flatMap((piece): Weighed[] => {
    const mark = /^\s*(?:(=)|%(-?\d{1,3}(?:\.\d{0,6})?)%)?/.exec(piece);
    const body = piece.slice(mark?.[0].length ?? 0);
    const hash = /(?<!\\)#/.exec(body.replace(/&#/g, '&\u0001'))?.index ?? body.length;
    const text = unescaped(plain(body.slice(0, hash)));
    if (text === '' && mark?.[0].trim() === '') return [];
    const weight = mark?.[1] ? 100 : mark?.[2] === undefined ? 0 : Number(mark[2]);
    return [{ text, weight, feedback: unescaped(plain(body.slice(hash + 1))) }];
  });
}

const unescaped = (text: string): string => text.replace(/\\([}~#=\\{"/])/g, '$1');

function numericOf({ text, ...rest }: Weighed): Numeric {
  const [value = '', off = ''] = text.split(':');
  const range = text.split('..');
  if (range.length === 2)
    return { ...rest, value: text, tolerance: 0, range: [range[0]?.trim() ?? '', range[1]?.trim() ?? ''] };
  return { ...rest, value: value.trim(), tolerance: Math.abs(Number(off)) || 0, range: null };
}
