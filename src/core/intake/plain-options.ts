import type { Found } from './found.ts';
import { keyAt } from './lexer/key-text.ts';
import type { SectionType } from './lexer/type-words.ts';
import { type OptionText, SAID_RIGHT } from './options.ts';

type Listed = Pick<Found, 'stem' | 'options'>;

const WITH_OPTIONS: readonly (SectionType | null)[] = ['single', 'multiple', 'choice', 'ordering'];

/** Nothing but such numbers: with a text behind it, each begins a point of an answer. */
const CIRCLED_KEY = /^\s*[①-⑩][①-⑩、,，;；→\s-]*(?![\p{L}\p{N}])/u;

/** `①…②…③…` as options, where a choice has no letters or the key is written in such numbers. */
export function circledOptions(found: Found, type: SectionType | null): Listed | null {
  if (found.options.length > 0) return null;
  const keyed = CIRCLED_KEY.test(found.answer?.text ?? '') || /^[①-⑩]/.test(found.inline);
  if (!WITH_OPTIONS.includes(type) && !keyed) return null;
  return (
    listed(found.stem, /[①-⑩]/g, (sign) => sign.charCodeAt(0) - 0x2460) ??
    (type === 'ordering'
      ? listed(found.stem, /[(（]?(?<!\d)[1-9][)）.、](?!\d)/g, (sign) => Number(sign.replace(/\D/g, '')) - 1)
      : null)
  );
}

/** `排序:a取药 b挂号 c就诊`, where the key is an order of just these letters: `b→c→a`. */
export function orderedInLine(found: Found): Listed | null {
  const key = /^\s*([a-h](?:\s?(?:→|-|>|、|,)\s?[a-h]){2,7})(?![a-z])/i.exec(found.answer?.text ?? '')?.[1];
  if (key === undefined || found.options.length > 0) return null;
  const letters = [...key.toLowerCase().replace(/[^a-h]/g, '')].sort().join('');
  const options = listed(
    found.stem,
    /(?<![A-Za-z])[a-hA-H][.、]?(?=[\u4e00-\u9fff])/g,
    (sign) => sign.toLowerCase().charCodeAt(0) - 97,
  );
  return options && options.options.map(({ id }) => id.toLowerCase()).join('') === letters ? options : null;
}

function listed(stem: string, pattern: RegExp, rankOf: (sign: string) => number): Listed | null {
  const signs: RegExpExecArray[] = [];
  for (const match of stem.matchAll(pattern)) if (rankOf(match[0]) === signs.length) signs.push(match);
  if (signs.length < 2) return null;
  const options = signs.map(
    (match, index): OptionText => ({
      id: String.fromCharCode(65 + index),
      raw: stem
        .slice(match.index + match[0].length, signs[index + 1]?.index ?? stem.length)
        .replace(/^[.、\s]+|[;；,，。\s]+$/g, ''),
    }),
  );
  if (options.some(({ raw }) => raw.trim() === '')) return null;
  return { stem: stem.slice(0, signs[0]?.index ?? 0), options };
}

/** Lines without any label behind a stem that ends like one, where the section or the key says that options must follow. */
export function lineOptions(found: Found, type: SectionType | null): (Listed & Partial<Pick<Found, 'inline'>>) | null {
  if (found.options.length > 0) return null;
  const key = found.answer ? keyAt(found.answer.text, /^\s*/.exec(found.answer.text)?.[0].length ?? 0) : null;
  const byLetters = key?.kind === 'letters' ? key.letters : '';
  if (!WITH_OPTIONS.includes(type) && !(type === null && byLetters !== '')) return null;
  const lines = found.stem
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const stemEnd = lines.findIndex((line) => /[?？:：。]$|[(（][ \u3000]*[)）][。.?？]?$|_{2,}/.test(line));
  const from = stemEnd < 0 ? 1 : stemEnd + 1;
  const options = lines.slice(from);
  if (options.length < 3 || options.length > 8 || options.some((line) => line.length > 120)) return null;
  const last = Math.max(0, ...[...byLetters].map((letter) => letter.charCodeAt(0) - 64));
  if (last > options.length) return null;
  const listed = options.map((raw, index) => ({
    id: String.fromCharCode(65 + index),
    raw: raw.replace(SAID_RIGHT, ''),
  }));
  const marked = options.flatMap((raw, index) => (SAID_RIGHT.test(raw) ? [listed[index]?.id] : [])).join('');
  return { stem: lines.slice(0, from).join('\n'), options: listed, ...(marked === '' ? {} : { inline: marked }) };
}
