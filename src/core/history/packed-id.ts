/** Numbers of 32 bits that a UUID takes. */
export const WORDS = 4;

/** The value of a small hexadecimal digit by its code; 16 for every other byte. */
const DIGIT = Uint8Array.from({ length: 256 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code));
  return digit < 0 ? 16 : digit;
});
const DASH = 0x2d;
/** Where the digits of a UUID stand: 8-4-4-4-12. */
const PLACES = Uint8Array.from(
  Array.from({ length: 36 }, (_, at) => at).filter((at) => at !== 8 && at !== 13 && at !== 18 && at !== 23),
);

/** Writes the UUID that begins at `at` into four words; false for any other text. */
export function packId(bytes: Uint8Array, at: number, words: Uint32Array, into: number): boolean {
  let word = 0;
  let all = 0;
  for (let n = 0; n < 32; n++) {
    const digit = DIGIT[bytes[at + (PLACES[n] as number)] as number] as number;
    all |= digit;
    word = (word << 4) | (digit & 15);
    if ((n & 7) === 7) words[into + (n >> 3)] = word;
  }
  if (all > 15) return false;
  return bytes[at + 8] === DASH && bytes[at + 13] === DASH && bytes[at + 18] === DASH && bytes[at + 23] === DASH;
}

/** The UUID as text. */
export function unpackedId(words: Uint32Array, at: number): string {
  let hex = '';
  for (let n = 0; n < WORDS; n++) hex += (words[at + n] as number).toString(16).padStart(8, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
