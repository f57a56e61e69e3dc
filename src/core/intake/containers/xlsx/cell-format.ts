import { type Element, elementsOf, firstOf } from '../tree.ts';

/** How numbers are shown, by the index of a cell's style. */
export interface CellFormats {
  show(value: number, style: number): string;
}

type Kind = 'plain' | 'percent' | 'date' | 'time' | 'date-time';

/** `root` is `styleSheet` of `styles.xml`; `from1904` says which day is day 0. Names are without prefixes. */
export function cellFormats(root: Element | undefined, from1904: boolean): CellFormats {
  const codes = new Map(
    elementsOf(firstOf(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  );
  const styles = elementsOf(firstOf(root, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return { kind: kindOf(id, codes.get(id)), digits: digitsOf(id, codes.get(id)) };
  });
  return {
    show(value, style) {
      const { kind = 'plain', digits = 0 } = styles[style] ?? {};
      if (kind === 'plain') return numberText(value);
      return kind === 'percent' ? `${(value * 100).toFixed(digits)}%` : dateText(value, kind, from1904);
    },
  };
}

/** Built-in formats by their numbers: ECMA-376 part 1, 18.8.30. */
function kindOf(id: number, code: string | undefined): Kind {
  if (code !== undefined) return kindOfCode(code);
  if (id === 9 || id === 10) return 'percent';
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 50 && id <= 58)) return 'date';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 36) || (id >= 45 && id <= 47)) return 'time';
  return id === 22 ? 'date-time' : 'plain';
}

function kindOfCode(code: string): Kind {
  const plain = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '').split(';', 1)[0] ?? '';
  if (/general/i.test(plain)) return 'plain';
  if (plain.includes('%')) return 'percent';
  const isDate = /[yd]|m(?!.*[hs])/i.test(plain);
  const isTime = /[hs]/i.test(plain);
  if (isDate) return isTime ? 'date-time' : 'date';
  return isTime ? 'time' : 'plain';
}

const digitsOf = (id: number, code: string | undefined): number =>
  id === 10 ? 2 : (/\.(0+)[^0]*%/.exec(code ?? '')?.[1]?.length ?? 0);

/** As Excel shows it: fifteen digits. */
const numberText = (value: number): string => String(Number(value.toPrecision(15)));

const DAY_MS = 86_400_000;
/** Day 0 of the usual system; it has a 29 February 1900, which never was, so days up to 60 are one off. */
const EPOCH = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

function dateText(value: number, kind: Kind, from1904: boolean): string {
  const days = from1904 || value >= 60 ? value : value + 1;
  const at = new Date((from1904 ? EPOCH_1904 : EPOCH) + Math.round(days * DAY_MS));
  if (Number.isNaN(at.getTime())) return numberText(value);
  const iso = at.toISOString();
  const time = iso.slice(11, iso.slice(17, 19) === '00' ? 16 : 19);
  if (kind === 'time') return time;
  return kind === 'date' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}
