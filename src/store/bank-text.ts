import { stringify } from 'yaml';
import type { BankDocument } from '../core/bank/schema.ts';

/** A bank as people write it: long texts over several lines, nothing folded, no aliases. */
export function bankText(document: BankDocument, schema: string): string {
  const body = stringify(document, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.2', schema: 'core' });
  return `# yaml-language-server: $schema=${schema}\n${body}`;
}
