import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LARGEST_DOCUMENT_BYTES, readDocumentFile } from '../../src/store/document-file.ts';

test('a folder and a giant are refused without being read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiz-document-'));
  expect(readDocumentFile(folder)).toMatchObject({ why: 'not-a-file' });
  const giant = join(folder, 'giant.docx');
  writeFileSync(giant, '');
  truncateSync(giant, LARGEST_DOCUMENT_BYTES + 1);
  expect(readDocumentFile(giant)).toMatchObject({ why: 'too-large' });
});
