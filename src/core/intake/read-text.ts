import { answersIn } from './answer-list.ts';
import { boilerplateIn, type LeftOut } from './boilerplate.ts';
import type { Draft } from './draft.ts';
import { type FlatText, flatten } from './flat-text.ts';
import type { Found, Section } from './found.ts';
import { type AnswerPart, joinAnswers, type Unmatched } from './join-answers.ts';
import { nextFrom } from './lexer/between.ts';
import { declaredIn } from './lexer/declared.ts';
import { type Lexed, lex } from './lexer/lexed.ts';
import { readSection } from './read-section.ts';
import { type Region, regionsOf } from './regions.ts';
import { settle } from './settle.ts';
import type { SourceText } from './source-text.ts';
import { tidyLine } from './tidy.ts';
import { inOrder, trimmingsIn } from './trimmings.ts';

/** What became of a document. */
export interface TextReading {
  readonly flat: FlatText;
  readonly drafts: readonly Draft[];
  readonly found: readonly Found[];
  readonly sections: readonly Section[];
  readonly leftOut: readonly LeftOut[];
  readonly unmatched: readonly Unmatched[];
}

/** The questions of one text. */
export function readText(source: SourceText): TextReading {
  const { cuts, leftOut } = boilerplateIn(source.text);
  const flat = flatten(source, inOrder([...cuts, ...trimmingsIn(source.text)]));
  const lexed = lex(flat);
  const regions = regionsOf(lexed);
  const sections: Section[] = [];
  const found: Found[] = [];
  const parts: AnswerPart[] = [];
  const hasHeads = regions.some(({ kind }) => kind === 'section');
  for (const region of regions) {
    if (region.kind === 'answers') {
      parts.push({
        type: region.head?.type ?? null,
        number: region.head?.number ?? null,
        at: region.from,
        answers: answersIn(lexed, region.from, region.to),
      });
      continue;
    }
    const section = region.head ? sectionOf(lexed, region, sections.length) : null;
    if (section) sections.push(section);
    const next = (found.findLast(({ number }) => number !== null)?.number ?? 0) + 1;
    found.push(...readSection(lexed, region.from, region.to, section, next, section === null && hasHeads));
  }
  const joined = joinAnswers(found, parts);
  return {
    flat,
    drafts: joined.found.map((each) => settle(flat, each)),
    found: joined.found,
    sections,
    leftOut,
    unmatched: joined.unmatched,
  };
}

/** How far behind a head its instructions may go on. */
const INSTRUCTIONS = 200;

function sectionOf(lexed: Lexed, { head, from, to }: Region, index: number): Section {
  const at = head?.at ?? from;
  const first = nextFrom(lexed.numbers, from)?.at ?? to;
  const title = tidyLine(lexed.flat.raw.slice(at, from)).replace(/^#+\s*/, '');
  return {
    index,
    title,
    type: head?.type ?? 'list',
    declared: declaredIn(lexed.text.slice(at, Math.min(first, to, from + INSTRUCTIONS))),
    number: head?.number ?? null,
    at,
  };
}
