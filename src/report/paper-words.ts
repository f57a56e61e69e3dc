import type { SectionBlueprint } from '../core/exam/blueprint.ts';
import type { RulePiece } from '../core/exam/section-rules.ts';

/** What a printed paper needs of a language. Points come as people write them. */
export interface PaperWords {
  /** Of the page, for browsers and screen readers. */
  readonly language: string;
  /** `一、单项选择题（共60题，每题1分，共60分）`; numbers from 1. */
  readonly sectionHead: (number: number, section: SectionBlueprint) => string;
  readonly rule: (rule: RulePiece) => string;
  /** Between two sentences. */
  readonly sentenceGap: string;
  /** What is filled in at the top. */
  readonly nameLines: readonly string[];
  readonly titleOf: (title: string, version: string) => string;
  readonly minutes: (minutes: number) => string;
  readonly total: (points: string) => string;
  readonly pass: (points: string) => string;
  readonly points: (points: string) => string;
  /** Behind a stem that leaves no room for the answer. */
  readonly answerSpace: string;
  readonly material: (first: number, last: number) => string;
  readonly keyTitle: string;
  readonly key: string;
  readonly explanation: string;
  readonly truth: { readonly true: string; readonly false: string };
  readonly keyJoin: string;
  /** Says which paper a sheet is of; `version` is empty where there is only one. */
  readonly footer: (paper: string, version: string, seed: string) => string;
}
