export const CAUSES = ['unknown', 'confused', 'misread', 'careless'] as const;
/** Why an answer was wrong, by the learner's own word: 不会, 记错, 看错题, 粗心. The order is that of the keys 1 to 4. */
export type Cause = (typeof CAUSES)[number];

export const isCause = (value: unknown): value is Cause => CAUSES.some((cause) => cause === value);
