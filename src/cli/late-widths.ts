import type { BankQuestion } from '../core/bank/bank.ts';
import { isSimple, loadWidths } from '../prompts/width.ts';

/** To be awaited before a question is shown: loads the width tables where one of its texts cannot be measured without. */
export async function widthsFor({ question, parent }: BankQuestion): Promise<void> {
  const options = 'options' in question ? question.options : [];
  const texts = [question.stem, question.explanation, parent?.material ?? '', ...options];
  if (texts.some((text) => !isSimple(text.replaceAll('\n', '')))) await loadWidths();
}
