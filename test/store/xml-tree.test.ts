import { describe, expect, test } from 'vitest';
import { textIn } from '../../src/core/intake/formats/xml-element.ts';
import { readXml } from '../../src/store/xml-tree.ts';

describe('XML as a value', () => {
  test('has its texts with entities resolved once, and its lines', () => {
    const read = readXml('<?xml version="1.0"?>\n<a>\n<b c="&lt;1">x &amp;amp; <![CDATA[<p>&amp;</p>]]>\n</b></a>');
    if (read.kind !== 'xml') throw new Error(read.reason);
    const b = read.root.children.find((child) => typeof child !== 'string');
    if (typeof b !== 'object') throw new Error('no element');
    expect(b).toMatchObject({ name: 'b', attributes: { c: '<1' }, line: 3, endLine: 4 });
    expect(textIn(b)).toBe('x &amp; <p>&amp;</p>\n');
  });

  test('is refused with a document type, whatever that defines', () => {
    const bomb = '<?xml version="1.0"?>\n<!DOCTYPE q [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n<quiz>&b;</quiz>';
    expect(readXml(bomb)).toMatchObject({ kind: 'faulty', why: 'doctype', line: 2 });
    expect(readXml('<!DOCTYPE q SYSTEM "file:///etc/passwd"><q/>')).toMatchObject({ why: 'doctype' });
    expect(readXml('<q><!-- <!DOCTYPE x> --><![CDATA[<!DOCTYPE x>]]></q>')).toMatchObject({ kind: 'xml' });
  });

  test.each([
    '<a><b>',
    '<a></b>',
    '<a>',
    'x',
    '',
    '<a>&#x;<b x=1/></a>',
    `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`,
  ])('that is cut off or broken is refused: %#', (text) => {
    expect(readXml(text)).toMatchObject({ kind: 'faulty', why: 'broken' });
  });
});
