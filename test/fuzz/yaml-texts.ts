import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, mishapsWith } from '../support/damage.ts';
import { bankWith, HOSTILE } from '../support/hostile.ts';
import { type Bytes, bytesOf } from './amount.ts';

/** What means something to YAML, to JavaScript, or to a reader that is not careful. */
export const PIECES: readonly string[] = [
  ...[
    '- ',
    '-',
    '? ',
    ': ',
    ':',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    "''",
    '\\',
    '#',
    ' #',
    '|',
    '>',
    '|-',
    '>+',
    '|2',
  ],
  ...[
    '&a ',
    '*a',
    '&a *a',
    '*',
    '&',
    '!',
    '!!',
    '!!str ',
    '!!binary ',
    '!!js/function ',
    '!<tag:x> ',
    '!!set ',
    '%YAML 1.1\n',
  ],
  ...[
    '<<: *a\n',
    '<<: ',
    '__proto__: ',
    'constructor: ',
    'toString: ',
    '---\n',
    '--- ',
    '...\n',
    '\n',
    '\n  ',
    '\n    ',
  ],
  ...['\r\n', '\r', '\t', '\n\t', '\0', '\ufeff', '\u2028', '\u0085', '\u00a0', '\u3000', '\ud800', '\ufffe', HOSTILE],
  ...[
    'true',
    'null',
    '~',
    '0x1F',
    '0o17',
    '1e999',
    '.inf',
    '-.nan',
    '-0',
    '007',
    '1_000',
    '2026-11-22',
    'yes',
    '=',
    '@',
    '`',
  ],
  ...['"\\ud800"', '"\\0"', '"\\u202e"', '"\\x"', '"\\\n  a"', 'id: a\n', 'items:\n', 'answer: B\n', '____', '{A}'],
  ...['['.repeat(300), '- '.repeat(300), '? '.repeat(300), '{a: '.repeat(120), 'x'.repeat(70_000), ' '.repeat(5_000)],
];

const piece = fc.constantFrom(...PIECES);
const KEYS: readonly string[] = [
  ...[
    'format',
    'id',
    'title',
    'language',
    'topics',
    'papers',
    'certificates',
    'items',
    'type',
    'stem',
    'options',
    'answer',
  ],
  ...[
    'points',
    'any-order',
    'material',
    'notes',
    'sections',
    'groups',
    'count',
    'bands',
    'allow',
    'accept',
    'keywords',
  ],
  ...[
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'a',
    '甲',
    '乙 丙',
    '1',
    'null',
    'true',
    '"q"',
    '<<',
    '? x',
    '&k y',
    '',
  ],
];

type Tree =
  | { readonly leaf: string }
  | { readonly list: readonly Tree[] }
  | { readonly map: readonly (readonly [string, Tree])[] };
interface Style {
  readonly flow: boolean;
  readonly step: number;
  readonly quirk: string;
}

const style: fc.Arbitrary<Style> = fc.record({
  flow: fc.boolean(),
  step: fc.integer({ min: 0, max: 4 }),
  quirk: fc.oneof({ arbitrary: fc.constant(''), weight: 12 }, piece),
});
const leaf = fc.oneof(
  fc.constantFrom('a', '甲', '客户 服务', '12', 'B', 'ABD', 'true', '对', '"a: b"', "'it''s'", '*a', '&a x', ''),
  fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('|\n      一\n\n      二\n', '>-\n      一\n      二\n', '"一\n      二"', '一\n      二'),
);
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    leaf.map((text): Tree => ({ leaf: text })),
    fc.array(tie('tree'), { maxLength: 4 }).map((list): Tree => ({ list })),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('tree')), { maxLength: 6 }).map((map): Tree => ({ map })),
  ),
}));

/** In a style for each level; a quirk stands where a value begins. */
function written(node: Tree, styles: readonly Style[], indent = 0, inFlow = false): string {
  const [own, ...others] = styles;
  const { flow, step, quirk } = own ?? { flow: false, step: 2, quirk: '' };
  const rest = others.length > 0 ? others : styles;
  if ('leaf' in node) return quirk + (inFlow ? node.leaf.replaceAll('\n', ' ') : node.leaf);
  const isFlow = inFlow || flow;
  if ('list' in node) {
    const entries = node.list.map((each) => written(each, rest, indent + step, isFlow));
    if (isFlow) return `${quirk}[${entries.join(', ')}]`;
    return `${quirk}${entries.map((entry) => `\n${' '.repeat(indent)}- ${entry.replace(/^\n +/, '')}`).join('')}`;
  }
  const pairs = node.map.map(([key, value]) => `${key}: ${written(value, rest, indent + Math.max(1, step), isFlow)}`);
  if (isFlow) return `${quirk}{ ${pairs.join(', ')} }`;
  return `${quirk}${pairs.map((pair) => `\n${' '.repeat(indent)}${pair}`).join('')}`;
}

/** YAML by its grammar, and beside it. */
const byGrammar = fc
  .tuple(tree, fc.array(style, { minLength: 1, maxLength: 6 }))
  .map(([node, styles]) => written(node, styles).replace(/^\n/, ''));

/** A bank of every type, in which some values are others: what reads its shape gets to see them. */
const misshapen = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(), fc.oneof(tree, fc.constant(null))), { minLength: 1, maxLength: 4 }),
    fc.array(style, { minLength: 1, maxLength: 6 }),
    fc.boolean(),
  )
  .map(([changes, styles, isPlain]) => {
    const sound = treeOf(bankWith((word) => word));
    const changed = changes.reduce((node, [at, put]) => replaced(node, { left: at % sizeOf(node) }, put), sound);
    return written(changed, isPlain ? [{ flow: false, step: 2, quirk: '' }] : styles).replace(/^\n/, '');
  });

function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return { list: value.map(treeOf) };
  if (typeof value === 'object' && value !== null)
    return { map: Object.entries(value).map(([key, inner]) => [key, treeOf(inner)]) };
  return { leaf: String(value) };
}

const childrenOf = (node: Tree): readonly Tree[] =>
  'list' in node ? node.list : 'map' in node ? node.map.map(([, value]) => value) : [];
const sizeOf = (node: Tree): number => childrenOf(node).reduce((sum, child) => sum + sizeOf(child), 1);

/** The node so many steps into the tree is another, or is gone. */
function replaced(node: Tree, count: { left: number }, put: Tree | null): Tree {
  if (count.left-- === 0) return put ?? { leaf: '' };
  if ('list' in node) return { list: node.list.map((child) => replaced(child, count, put)) };
  if ('map' in node) return { map: node.map.map(([key, child]) => [key, replaced(child, count, put)] as const) };
  return node;
}

const BANKS = new URL('../../banks/', import.meta.url);
const shipped = readdirSync(BANKS)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => {
    const [head = '', items = ''] = readFileSync(new URL(file, BANKS), 'utf8').split(/^items:\n/m);
    return { head, items: items.split(/(?=^ {2}- )/m) };
  });

/** A few questions of a bank that ships, with its head or a short one. */
const excerpt = fc
  .tuple(fc.constantFrom(...shipped), fc.nat(), fc.integer({ min: 1, max: 6 }), fc.boolean())
  .map(([{ head, items }, at, count, whole]) => {
    const from = at % items.length;
    const short = head.replace(/^(?:papers|certificates):\n(?:(?: .*)?\n)*/gm, '');
    return `${whole ? head : short}items:\n${items.slice(from, from + count).join('')}`;
  });

const damaged = (text: fc.Arbitrary<string>): fc.Arbitrary<Buffer> =>
  fc.tuple(text, mishapsWith(PIECES)).map(([whole, happened]) => afterAll(Buffer.from(whole), happened));

/** Banks as no person should ever send them. */
export const banks: fc.Arbitrary<Bytes> = fc
  .oneof(
    byGrammar.map((text) => Buffer.from(text)),
    misshapen.map((text) => Buffer.from(text)),
    { arbitrary: damaged(excerpt), weight: 2 },
    damaged(misshapen),
    fc
      .tuple(piece, fc.integer({ min: 1, max: 2_000 }))
      .map(([text, count]) => Buffer.from(text.repeat(Math.ceil((count * 4) / text.length)))),
  )
  .map(bytesOf);

/** Banks that ship, unharmed: what keeps the laws above from being about nothing. */
export const soundBanks: readonly string[] = shipped.map(({ head, items }) => `${head}items:\n${items.join('')}`);
