import { describe, expect, test } from 'vitest';
import { parseRemote, withoutPassword } from '../../../src/core/sync/remote.ts';

describe('a remote', () => {
  test.each([
    'https://example.com/me/quiz.git',
    'http://localhost:3000/quiz.git',
    'ssh://git@example.com:2222/~/quiz.git',
    'git://example.com/quiz.git',
    'git@example.com:me/quiz.git',
    'nas:quiz.git',
    'https://example.com/a b/"quiz".git',
  ])('%s is reached by git', (text) => {
    expect(parseRemote(text)).toEqual({ kind: 'url', url: text });
  });

  test.each([
    '/media/stick/quiz.git',
    './quiz.git',
    '../a folder/it\'s "mine".git',
    'quiz.git',
    '~/quiz.git',
    'C:\\quiz.git',
    './host:path',
    './--upload-pack=touch x',
    '/mnt/$(touch x);`touch x`',
  ])('%s is a path', (text) => {
    expect(parseRemote(text)).toEqual({ kind: 'path', path: text });
  });

  test('file:// is a path too, with its escapes undone', () => {
    expect(parseRemote('file:///media/my%20stick/quiz.git')).toEqual({
      kind: 'path',
      path: '/media/my stick/quiz.git',
    });
    expect(parseRemote('file:///media/100%.git')).toEqual({ kind: 'path', path: '/media/100%.git' });
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['/a\nb', 'control'],
    ['https://example.com/\u0000', 'control'],
    ['/a\u2028b', 'control'],
    ['file:///a%0ab', 'control'],
    ['file:///a%00b', 'control'],
    ['--upload-pack=touch /tmp/x', 'option'],
    ['-oProxyCommand=touch x:y', 'option'],
    ['ssh://-oProxyCommand=touch%20x/y', 'option'],
    ['ssh://me@-oProxyCommand=x/y', 'option'],
    ['me:--upload-pack=x', 'option'],
    ['https://', 'option'],
    ['ext::sh -c "touch x"', 'helper'],
    ['EXT::sh', 'helper'],
    ['fd::17', 'helper'],
    ['transport::https://example.com', 'helper'],
    ['ftp://example.com/quiz.git', 'scheme'],
    ['javascript://x', 'scheme'],
    ['file://host/share', 'scheme'],
  ])('%j is refused as %s', (text, refusal) => {
    expect(parseRemote(text)).toBe(refusal);
  });
});

test.each([
  ['https://me:secret@example.com/q.git', 'https://me:***@example.com/q.git'],
  ['https://me:se@cret@example.com/q.git', 'https://me:***@example.com/q.git'],
  ['https://ghp_0123456789abcdefghij@example.com/q.git', 'https://***@example.com/q.git'],
  ['ssh://git@example.com/q.git', 'ssh://git@example.com/q.git'],
  ['git@example.com:q.git', 'git@example.com:q.git'],
  ["fatal: unable to access 'https://a:b@c/': no", "fatal: unable to access 'https://a:***@c/': no"],
])('%s is shown without its password', (text, shown) => {
  expect(withoutPassword(text)).toBe(shown);
});
