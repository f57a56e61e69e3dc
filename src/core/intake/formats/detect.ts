import { readAiken } from './aiken.ts';
import { giftShare } from './gift/share.ts';

/** Formats of other programs, and ours, that a text can be in. */
export type TextFormat = 'bank' | 'moodle-xml' | 'anki' | 'gift' | 'aiken';

/** The format that a text is in; null for a plain text, also for one that only resembles. The name's ending is a hint and no proof. */
export function formatOf(file: string, text: string): TextFormat | null {
  const ending = /\.([a-z0-9]{1,6})$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  if (isBank(text)) return 'bank';
  if (isMoodle(text)) return 'moodle-xml';
  if (/^#(?:separator|html|columns|notetype|deck|tags|guid)(?: column)?:/i.test(text)) return 'anki';
  if (isGift(text, ending === 'gift')) return 'gift';
  return isAiken(text, ending === 'aiken') ? 'aiken' : null;
}

/** Its `format` stands before any item, in YAML or in JSON. */
const isBank = (text: string): boolean =>
  /^(?:\{\s{0,40})?["']?format["']?\s{0,8}:\s{0,8}["']?quiz-bank\//m.test(text.slice(0, 4000));

const isMoodle = (text: string): boolean =>
  /^\s*</.test(text) && /<quiz[\s>/]/.test(text.slice(0, 4000)) && !/<html[\s>]/i.test(text.slice(0, 4000));

/** Most stretches between blank lines have a block of answers, or one of them has a title in front of its own. */
function isGift(text: string, isNamed: boolean): boolean {
  if (!text.includes('{')) return false;
  const { questions, blocks, titled } = giftShare(text);
  return blocks > 0 && (isNamed || titled || blocks >= 0.6 * questions);
}

/** Nearly every line has its place in the format; papers with numbers and notes are read as texts. */
function isAiken(text: string, isNamed: boolean): boolean {
  if (!/^\s*ANSWER\s{0,4}[:：]/im.test(text)) return false;
  const { drafts, oddLines } = readAiken({ file: '', text });
  return drafts.length > 0 && (isNamed || oddLines <= 0.2 * drafts.length);
}
