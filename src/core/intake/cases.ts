import { foldWidth } from './fold.ts';
import type { Found, Section } from './found.ts';
import { between } from './lexer/between.ts';
import { declaredIn } from './lexer/declared.ts';
import { countIn } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';
import type { MaterialMark } from './lexer/materials.ts';
import { INNER } from './lexer/numbers.ts';
import { splitMerged } from './merged.ts';
import { splitOptions } from './options.ts';
import { readItem } from './read-item.ts';
import { sumOfParts } from './stem.ts';

/**
 * Gives the questions behind a passage that passage, and makes one open question of a passage that has none of its
 * own, or only one answer for all of them.
 */
export function gatherCases(
  lexed: Lexed,
  found: readonly Found[],
  materials: readonly MaterialMark[],
  to: number,
  section: Section | null,
): Found[] {
  if (materials.length === 0) return [...found];
  const out: Found[] = found.filter(({ from }) => from < (materials[0]?.at ?? to));
  let next = out.length;
  // `(1小题)` over one passage and three questions: the passage is what was counted.
  const areCounted = materials.length === section?.declared.count && found.length - next > materials.length;
  materials.forEach((material, index) => {
    const end = materials[index + 1]?.at ?? to;
    const parts: Found[] = [];
    for (; next < found.length && (found[next]?.from ?? end) < end; next++) parts.push(found[next] as Found);
    out.push(...caseOf(lexed, material, end, parts, section, areCounted));
  });
  return withShares(out, section);
}

function caseOf(
  lexed: Lexed,
  material: MaterialMark,
  end: number,
  parts: readonly Found[],
  section: Section | null,
  areCounted: boolean,
): Found[] {
  const first = parts[0]?.from ?? end;
  const passage = lexed.flat.raw.slice(material.end, first);
  const leadsOn = LEADS_ON.exec(passage);
  const ahead = passage.slice(0, leadsOn?.index);
  const text = ahead.replace(ASKED_BELOW, '');
  const answersAhead = countIn(lexed.answers, material.at, first) > 0;
  const answered = parts.filter(({ answer }) => answer !== null).length;
  const open = parts.every(({ options }) => options.length < 2);
  const isOne =
    parts.length === 0 || answersAhead || (open && parts.length > 1 && answered === 1 && parts.at(-1)?.answer !== null);
  if (isOne) {
    if (parts.length === 0 && text.trim().length < 12) return [];
    const inside = between(lexed.marks, material.end, end);
    const whole = readItem(
      lexed.flat,
      inside,
      { number: numberOf(lexed, material), at: material.at, from: material.end, to: end },
      section,
      4,
    );
    if (whole.options.length >= 2) return [whole];
    // Behind the answer to the case a question of its own may stand.
    const [, next] = splitMerged(lexed, whole, inside, 4, false);
    if (next && next.from > material.end && next.from < end)
      return [
        ...caseOf(
          lexed,
          material,
          next.from,
          parts.filter(({ from }) => from < next.from),
          section,
          areCounted,
        ),
        ...splitMerged(lexed, whole, inside, 4, false).slice(1),
      ];
    const firstAnswer = inside.find(({ kind }) => kind === 'answer' || kind === 'solution')?.at ?? end;
    const said = /(\d{1,3}(?:\.\d)?)[ ]?[分'′’]/.exec(lexed.text.slice(material.at, material.end))?.[1];
    return [
      {
        ...whole,
        points:
          said === undefined ? (sumOfParts(lexed.text.slice(material.end, firstAnswer)) ?? whole.points) : Number(said),
        tag: section?.type === 'case' || section === null || section.type === 'list' ? 'case' : whole.tag,
        rules: ['material', ...whole.rules],
      },
    ];
  }
  const shared = sharedOptions(text, material, parts);
  if (shared) return shared;
  const { each } = declaredIn(leadsOn?.[0] ?? '');
  // `问题:1.… 2.…` below the passage counts for itself.
  const isAnnounced =
    text !== ahead ||
    /^(?:问题|问|请回答|要求|思考题)[ ]?[:：]\s{0,4}[(（]?1/.test(lexed.text.slice(first, first + 12));
  const outer = numberOf(lexed, material);
  const arePartsOfOne = open && (isAnnounced || areCounted || outer !== null) && parts[0]?.number === 1;
  return parts.map((part, index) =>
    within(material, index, part)
      ? {
          ...part,
          ...(arePartsOfOne ? { isPart: true as const, ...(outer === null ? {} : { outer }) } : {}),
          material: text,
          points: part.points ?? each,
          rules: ['material', ...part.rules],
        }
      : part,
  );
}

const ASKED_BELOW = /(?:问题|问|请回答|要求|试题|思考题)[ ]?[:：]?\s*$/;

const isOpenPart = ({ isPart, points, options }: Found): boolean =>
  isPart === true && points === null && options.length < 2;

/** What a section says of each of its cases, or of its only one, is for all parts of one together. */
function withShares(found: readonly Found[], section: Section | null): Found[] {
  const passages = new Map<string, Found[]>();
  for (const one of found) passages.set(one.material, [...(passages.get(one.material) ?? []), one]);
  const whole = section?.declared.each ?? (passages.size === 1 ? section?.declared.total : null) ?? null;
  if (whole === null) return [...found];
  return found.map((one) => {
    const parts = passages.get(one.material) ?? [];
    const areParts = one.material !== '' && parts.length > 1 && parts.every(isOpenPart);
    return areParts ? { ...one, points: whole / parts.length } : one;
  });
}

/** `根据上述资料,回答第3~5题(每题2分)。` */
const LEADS_ON = /(?:根据|依据|结合|针对)(?:上述|以上)[^\n。]{0,40}[。:：]?\s*$/;

/** `9.阅读材料,回答问题。`: the number that stands right before the passage. */
function numberOf({ numbers, text }: Lexed, { at }: MaterialMark): number | null {
  const before = between(numbers, at - LONGEST_NUMBER, at).filter(
    ({ style, end }) => style !== 'han' && !INNER.includes(style) && text.slice(end, at).trim() === '',
  );
  // Of `13.` the digit 3 alone is a reading too, a doubtful one.
  return (before.find(({ loose }) => !loose) ?? before[0])?.value ?? null;
}

/** Characters, with the space behind it. */
const LONGEST_NUMBER = 12;

/** `[2~3] A.… B.… C.…`: options that the questions below them share. */
function sharedOptions(passage: string, material: MaterialMark, parts: readonly Found[]): Found[] | null {
  const text = passage.replace(/[(（【[]?\d{1,3}[-~～至]\d{1,3}题共用备选答案[)）】\]]?/g, '');
  const split = splitOptions(text, foldWidth(text), 5);
  const own = new Set(parts.filter((part, index) => within(material, index, part)));
  if (!split || split.options.length < 2 || [...own].some(({ options }) => options.length >= 2)) return null;
  const ahead = text.slice(0, split.stemEnd).trim();
  const asked = /[。.?？!！]/.test(ahead) ? ahead : '';
  return parts.map((part) =>
    own.has(part)
      ? { ...part, options: split.options, material: asked, rules: ['options-labels', ...part.rules] }
      : part,
  );
}

const within = ({ range }: MaterialMark, index: number, { number }: Found): boolean =>
  range === null || (number !== null && number >= range[0] && number <= range[1]) || index <= range[1] - range[0];
