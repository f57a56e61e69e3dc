import { describe, expect, test } from 'vitest';
import { editorIn, openingAt } from '../../src/store/editor.ts';

describe('the editor', () => {
  test('VISUAL goes before EDITOR, and an empty one is none', () => {
    expect(editorIn({ VISUAL: 'code', EDITOR: 'vi' })).toBe('code');
    expect(editorIn({ VISUAL: ' ', EDITOR: 'vi' })).toBe('vi');
    expect(editorIn({})).toBeNull();
  });

  test.each([
    ['vi', ['+7', 'b.yaml']],
    ['/usr/bin/nano -w', ['+7', 'b.yaml']],
    ['emacsclient -t', ['+7', 'b.yaml']],
    ['code', ['--wait', '--goto', 'b.yaml:7']],
    ['code --wait', ['--goto', 'b.yaml:7']],
    ['subl -w', ['b.yaml:7']],
    ['hx', ['b.yaml:7']],
    ['something-else', ['b.yaml']],
  ])('%s opens at a line in its own way', (editor, args) => {
    expect(openingAt(editor, 'b.yaml', 7)).toEqual(args);
  });
});
