import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../../src/core/intake/formats/detect.ts';

describe('the format of a text', () => {
  test.each([
    ['gift', 'x.txt', '::a:: One? {=a ~b}'],
    ['gift', 'x.txt', '// c\n\nOne? {=a ~b}\n\nTwo {T}\n'],
    ['gift', 'x.gift', 'Read this.\n\nAnd this.\n\nOne? {=a ~b}'],
    ['aiken', 'x.txt', 'One?\nA. 1\nB. 2\nANSWER: A\n'],
    ['aiken', 'x.txt', '哪个？\na) 1\nb) 2\nanswer: b\n'],
    ['anki', 'x.txt', '#separator:tab\n#html:true\na\tb'],
    ['moodle-xml', 'x.txt', '<?xml version="1.0"?>\n<quiz><question type="essay"/></quiz>'],
    ['bank', 'x.yaml', '# c\nformat: quiz-bank/1\nid: a\n'],
    ['bank', 'x.json', '{ "format": "quiz-bank/1", "items": [] }'],
  ])('is %s in %s', (format, file, text) => {
    expect(formatOf(file, text)).toBe(format);
  });

  test.each([
    ['a paper with numbers', '1. One?\nA. 1\nB. 2\nANSWER: A\n\n2. Two?\nA. 1\nB. 2\nANSWER: B\n'],
    ['a paper with keys of its own', '1、回访宜在( )。\nA.当天\nB.次日\n答案:A\n'],
    ['a program', 'Which prints 2?\n\nif (a) { =b }\n\nint x = {1, 2};\n\nA. one\n\nB. two'],
    ['sets', '设集合A={1,2}，B={x|x=1}，则( )。\nA.{1}\nB.{2}\n答案：A'],
    ['a note with a brace', '填空：{ }里写什么？\n答案：数'],
    ['a heading', '# deck of cards\n1. x?'],
    ['a web page about a quiz', '<html><body><quiz>1. x</quiz></body></html>'],
    ['a text about the format', '题库的 format: quiz-bank/1 写在开头。'],
    [
      'explanations between',
      'One?\nA. 1\nB. 2\nANSWER: A\nExplanation: because\nTwo?\nA. 1\nB. 2\nANSWER: B\nSee above\n',
    ],
  ])('%s is a plain text', (_, text) => {
    expect(formatOf('x.txt', text)).toBeNull();
  });
});
