import type { Section } from './found.ts';
import { between, lastBefore } from './lexer/between.ts';
import { countIn } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';
import type { MaterialMark } from './lexer/materials.ts';
import type { NumberMark } from './lexer/numbers.ts';

/** `B型题 (7~9题共用备选答案)`: what stands below the head is for those. */
export function headMaterial(lexed: Lexed, section: Section | null, from: number): MaterialMark[] {
  const material = lastBefore(lexed.materials, from);
  return section && material?.range && material.at >= section.at ? [{ ...material, at: from, end: from }] : [];
}

/** A passage that nothing announces, between the head of the cases and the first question. */
export function unnamedMaterial(
  lexed: Lexed,
  section: Section | null,
  from: number,
  first: NumberMark | undefined,
): MaterialMark[] {
  if (section?.type !== 'case' || !first || between(lexed.materials, from, first.at).length > 0) return [];
  const lines = lexed.text.slice(from, first.at).split('\n');
  const at = from + lines.slice(0, firstTold(lines)).reduce((sum, line) => sum + line.length + 1, 0);
  const passage = lexed.text.slice(at, first.at);
  const isTold = passage.trim().length >= SHORTEST_PASSAGE && /[。.!！?？”"](?:\s|$)/.test(passage);
  return isTold && countIn(lexed.answers, at, first.at) === 0 ? [{ at, end: at, range: null }] : [];
}

/** Which line is no instruction any more. */
function firstTold(lines: readonly string[]): number {
  const told = lines.findIndex((line) => line.trim() !== '' && !INSTRUCTION.test(line));
  return told < 0 ? lines.length : told;
}

const INSTRUCTION =
  /^[ (（]*(?:注意|(?:题型|作答|答题)?说明|要求|提示|答题|以下(?:为|均|是|情[景境]|案例|各题)|请(?:根据|结合|阅读|仔细|在)|阅读|本(?:大?题|部分)|每[小道]?题|共[ ]?\d|.{0,6}计[ ]?\d)|每[小道]?题[ ]?\d|不少于|字(?:以内|左右)|得分/;
const SHORTEST_PASSAGE = 40;
