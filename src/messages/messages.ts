import type { FindingCode, FindingParams } from '../core/bank/finding.ts';
import type { Details } from './details.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/**
 * What the program says before it is known what is to be done, and in most commands. The Chinese texts give the shape; a
 * text that English lacks does not compile.
 */
export type BasicMessages = Widened<typeof zh>;

/** Everything the program says. */
export type Messages = BasicMessages & Details;

export type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Widened<R>
    : { readonly [K in keyof T]: Widened<T[K]> };

/** What is wrong, and what would be right. */
export interface Explained {
  readonly message: string;
  readonly hint: string;
}

export type FindingWords = Record<FindingCode, (params: FindingParams) => Explained>;

export type Language = 'zh' | 'en';

export const messagesFor = (language: Language): BasicMessages => (language === 'zh' ? zh : en);

/** `--lang` if it was said, else the locale of the environment; anything but Chinese reads English. */
export function languageOf(said: string | undefined, env: NodeJS.ProcessEnv): Language {
  if (said === 'zh' || said === 'en') return said;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
