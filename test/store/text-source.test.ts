import { expect, test } from 'vitest';
import { decodeText } from '../../src/store/text-source.ts';

const TEXT = '一、单选题\n1.服务';

test.each([
  ['UTF-8', Buffer.from(TEXT), 'utf-8'],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
  ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le'],
  [
    'GB18030',
    Buffer.from([0xd2, 0xbb, 0xa1, 0xa2, 0xb5, 0xa5, 0xd1, 0xa1, 0xcc, 0xe2, 0x0a, 0x31, 0x2e, 0xb7, 0xfe, 0xce, 0xf1]),
    'gb18030',
  ],
])('%s is read', (_name, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ kind: 'text', text: TEXT, encoding });
});

test('line ends of every kind are one', () => {
  expect(decodeText(Buffer.from('a\r\nb\rc\u2028d'))).toMatchObject({ text: 'a\nb\nc\nd' });
});

test('what is no text is refused', () => {
  expect(decodeText(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 8, 0, 1, 2, 3]))).toMatchObject({ why: 'binary' });
});
