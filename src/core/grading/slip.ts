/** True where two texts, read as pieces, are equal or one insertion, deletion, substitution or swap of neighbours apart. */
export function isWithinOneSlip(typed: readonly string[], accepted: readonly string[]): boolean {
  const [shorter, longer] = typed.length <= accepted.length ? [typed, accepted] : [accepted, typed];
  const head = sharedLength(shorter, longer, (pieces, index) => pieces[index]);
  const tail = sharedLength(shorter.slice(head), longer.slice(head), (pieces, index) => pieces.at(-1 - index));
  const left = shorter.slice(head, shorter.length - tail);
  const right = longer.slice(head, longer.length - tail);
  if (right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

type At = (pieces: readonly string[], index: number) => string | undefined;

/** How many pieces agree before the first that does not. */
function sharedLength(shorter: readonly string[], longer: readonly string[], at: At): number {
  let length = 0;
  while (length < shorter.length && at(shorter, length) === at(longer, length)) length++;
  return length;
}
