import { absolutes } from './absolutes.ts';
import { allAbove } from './all-above.ts';
import { bareLetters } from './bare-letters.ts';
import { blankCount } from './blank-count.ts';
import { clang } from './clang.ts';
import { conflictingKeys } from './conflicting-keys.ts';
import { contradiction } from './contradiction.ts';
import { convergence } from './convergence.ts';
import { coverage } from './coverage.ts';
import { dated } from './dated.ts';
import { degenerateMultiple } from './degenerate-multiple.ts';
import { giveaway } from './giveaway.ts';
import { grammarCue } from './grammar-cue.ts';
import { hedges } from './hedges.ts';
import { heterogeneous } from './heterogeneous.ts';
import { hinged } from './hinged.ts';
import { keyPosition } from './key-position.ts';
import { leaks } from './leaks.ts';
import { longestKey } from './longest-key.ts';
import { longestKeys } from './longest-keys.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { negativeStem } from './negative-stem.ts';
import { noneAbove } from './none-above.ts';
import { numericOrder } from './numeric-order.ts';
import { opinion } from './opinion.ts';
import { optionCounts } from './option-counts.ts';
import { overlappingRanges } from './overlapping-ranges.ts';
import { rubricGap } from './rubric-gap.ts';
import type { BankRule, ItemRule } from './rule.ts';
import { sameOptions } from './same-options.ts';
import { suspectCharacters } from './suspect-characters.ts';
import { truncated } from './truncated.ts';
import { truthBalance } from './truth-balance.ts';
import { twoPropositions } from './two-propositions.ts';
import { unfocused } from './unfocused.ts';
import { unmatchable } from './unmatchable.ts';
import { weakExplanation } from './weak-explanation.ts';
import { windowDressing } from './window-dressing.ts';

/** Rules that look at one question. */
export const ITEM_RULES: readonly ItemRule[] = [
  sameOptions,
  contradiction,
  truncated,
  unmatchable,
  longestKey,
  absolutes,
  hedges,
  allAbove,
  noneAbove,
  negativeStem,
  degenerateMultiple,
  clang,
  convergence,
  grammarCue,
  heterogeneous,
  giveaway,
  numericOrder,
  overlappingRanges,
  unfocused,
  windowDressing,
  weakExplanation,
  bareLetters,
  hinged,
  twoPropositions,
  blankCount,
  rubricGap,
  dated,
  opinion,
];

/** Rules that look at all of them. */
export const BANK_RULES: readonly BankRule[] = [
  suspectCharacters,
  conflictingKeys,
  keyPosition,
  longestKeys,
  nearDuplicates,
  leaks,
  truthBalance,
  optionCounts,
  coverage,
];
