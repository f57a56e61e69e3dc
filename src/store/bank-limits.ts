/**
 * What a bank may hold, so that looking at any file ends in seconds. All of it is far beyond a bank that people write; a
 * file beyond it is refused with a fault, whatever else is in it.
 */

export const LARGEST_BANK_BYTES = 50 * 1024 * 1024;

export const MOST_LINES = 1_000_000;

/** Keys of one map, and entries of one list. */
export const MOST_KEYS = 20_000;
export const MOST_ENTRIES = 200_000;

/** Lists and maps within each other. Topics go down two levels for each of their own. */
export const MOST_LEVELS = 100;

/**
 * Marks, scalars and spaces that the `yaml` package looks at, some eighty a question and two millionths of a second each.
 * A sound bank that is written plainly is read without it, and may have more.
 */
export const MOST_LEXEMES = 2_000_000;

/** Aliases may repeat a thing or two; a bank that unfolds into more is an attack or a mistake. */
export const MOST_ALIASES = 100;

/** Faults that are told one by one; how many more there are is told once. */
export const MOST_FAULTS = 10_000;
