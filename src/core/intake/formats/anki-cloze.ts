/** A note with deletions as a stem with blanks. */
export interface Cloze {
  readonly stem: string;
  readonly answer: readonly string[];
}

/** `{{c1::text::hint}}`: each is a blank, its hint in brackets behind it; null for a note without any. */
export function clozeOf(text: string): Cloze | null {
  const answer: string[] = [];
  const out: string[] = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf('{{c', at);
    const close = open < 0 ? -1 : text.indexOf('}}', open);
    if (open < 0 || close < 0) break;
    const inner = /^(\d{1,3})::([\s\S]*)$/.exec(text.slice(open + 3, close));
    if (!inner) {
      out.push(text.slice(at, open + 3));
      at = open + 3;
      continue;
    }
    const [hidden = '', hint = ''] = (inner[2] ?? '').split('::');
    // A deletion in a deletion: what is around the inner one goes with it.
    const plain = hidden.replace(/\{\{c\d{1,3}::/g, '').trim();
    out.push(text.slice(at, open), '____', hint === '' ? '' : `（${hint.trim()}）`);
    answer.push(plain);
    at = close + 2;
    while (plain !== hidden.trim() && text.startsWith('}}', at)) at += 2;
  }
  if (answer.length === 0) return null;
  out.push(text.slice(at));
  return { stem: out.join(''), answer };
}
