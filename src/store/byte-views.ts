/** Bytes seen as numbers, to be compared eight at a time. */

/** Whether these bytes stand there. As numbers some are equal to none, not even to themselves: a no may be wrong. */
export function isThere(view: DataView, at: number, wanted: DataView): boolean {
  const last = wanted.byteLength - 8;
  if (at + wanted.byteLength > view.byteLength) return false;
  if (last < 0) return isShortThere(view, at, wanted);
  for (let i = 0; i < last; i += 8) if (view.getFloat64(at + i, true) !== wanted.getFloat64(i, true)) return false;
  return view.getFloat64(at + last, true) === wanted.getFloat64(last, true);
}

function isShortThere(view: DataView, at: number, wanted: DataView): boolean {
  for (let i = 0; i < wanted.byteLength; i++) if (view.getUint8(at + i) !== wanted.getUint8(i)) return false;
  return true;
}

/** Of its own: a part of a chunk changes with the next. */
export function copyOf(bytes: Uint8Array): DataView {
  return new DataView(new Uint8Array(bytes).buffer);
}

export function viewOf(text: string): DataView {
  return copyOf(Buffer.from(text));
}
