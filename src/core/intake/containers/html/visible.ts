import { type Element, textIn } from '../tree.ts';

/** Parts of a page that nobody reads as its text. */
const LEFT_OUT = new Set([
  'head',
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'canvas',
  'nav',
  'footer',
  'button',
  'select',
  'textarea',
  'audio',
  'video',
  'map',
  'rt',
  'rp',
]);

/**
 * Whether an element is a part of what is read. What a page hides is not, save an answer that a click would show: pages
 * of questions are made so.
 */
export function isRead(element: Element): boolean {
  if (LEFT_OUT.has(element.name)) return false;
  return !isHidden(element) || ANSWER.test(textIn(element));
}

const ANSWER = /^\s*[【[(]?(?:正确|参考|标准)?(?:答案|解析|详解|analysis|answer|explanation|correct answer|key)/i;

const isHidden = ({ attributes }: Element): boolean =>
  attributes.hidden !== undefined ||
  attributes['aria-hidden'] === 'true' ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(attributes.style ?? '');

/** How a piece of text stands out, by its element and its style. */
export function marksOf({ name, attributes }: Element): string[] {
  const style = attributes.style ?? '';
  const marks: string[] = [];
  if (name === 'b' || name === 'strong' || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) marks.push('bold');
  if (name === 'u' || name === 'ins' || /text-decoration[\w-]*\s*:[^;]*underline/i.test(style)) marks.push('underline');
  const color =
    /(?:^|;)\s*color\s*:\s*([^;]{1,40})/i.exec(style)?.[1] ?? (name === 'font' ? attributes.color : undefined);
  const plain = color?.toLowerCase().replace(/\s+/g, '');
  if (plain !== undefined && !PLAIN.test(plain)) marks.push(`color:${plain}`);
  const ground = /background(?:-color)?\s*:\s*([^;]{1,40})/i.exec(style)?.[1]?.toLowerCase().replace(/\s+/g, '');
  if (name === 'mark') marks.push('highlight:mark');
  else if (
    ground !== undefined &&
    !/^(?:white|#fff(?:fff)?|transparent|none|initial|inherit|rgb\(255,255,255\))/.test(ground)
  )
    marks.push(`highlight:${ground}`);
  const said = (attributes.class ?? '').split(/\s+/).find((word) => RIGHT.test(word));
  if (said !== undefined) marks.push(`class:${said}`);
  return marks;
}

const PLAIN =
  /^(?:#(?:0{3}|0{6}|333|333333|222|222222|444|444444|111|555|666|666666)|black|windowtext|inherit|initial|rgb\((\d{1,2}),\1,\1\))$/;
const RIGHT = /^(?:(?:is|option|answer|choice)[-_]?)?(?:correct|right)(?:[-_]?(?:answer|option|choice|item))?$/i;
