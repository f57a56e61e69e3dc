import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ExamBeats } from '../../src/store/exam-beat.ts';

function aCache(): string {
  const root = mkdtempSync(join(tmpdir(), 'quiz-beat-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return join(root, 'cache');
}

const beat = { usedMs: 61_250, index: 7, draft: ['五', '22'] };

test('the last beat is read again; its folder is made where it is missing', () => {
  const cache = aCache();
  const beats = new ExamBeats(cache, 's1');
  beats.write({ ...beat, usedMs: 1 });
  beats.write(beat);
  expect(new ExamBeats(cache, 's1').read()).toEqual(beat);
  expect(readdirSync(cache)).toHaveLength(1);
});

test('beats of one exam are none of another', () => {
  const cache = aCache();
  new ExamBeats(cache, 's1').write(beat);
  expect(new ExamBeats(cache, 's2').read()).toBeNull();
});

test('removed, there is none, and it can be removed again', () => {
  const beats = new ExamBeats(aCache(), 's1');
  beats.write(beat);
  beats.remove();
  beats.remove();
  expect(beats.read()).toBeNull();
});

test.each([
  ['half a file', '{"usedMs":61250,"ind'],
  ['nothing', ''],
  ['no object', 'null'],
  ['a negative place', '{"usedMs":1,"index":-1,"draft":null}'],
  ['a place between two', '{"usedMs":1,"index":0.5,"draft":null}'],
  ['a negative time', '{"usedMs":-5,"index":0,"draft":null}'],
  ['a time that is none', '{"usedMs":"1","index":0,"draft":null}'],
])('%s is no beat', (_, text) => {
  const cache = aCache();
  mkdirSync(cache);
  writeFileSync(join(cache, 'exam-s1.json'), text);
  expect(new ExamBeats(cache, 's1').read()).toBeNull();
});

test('a draft that is no list of texts is none', () => {
  const cache = aCache();
  mkdirSync(cache);
  writeFileSync(join(cache, 'exam-s1.json'), '{"usedMs":1,"index":0,"draft":["a",1]}');
  expect(new ExamBeats(cache, 's1').read()).toEqual({ usedMs: 1, index: 0, draft: null });
});

test('where nothing can be written or removed, nobody is stopped', () => {
  const cache = aCache();
  writeFileSync(cache, '');
  const beats = new ExamBeats(cache, 's1');
  beats.write(beat);
  expect(beats.read()).toBeNull();
  const other = aCache();
  mkdirSync(join(other, 'exam-s1.json'), { recursive: true });
  new ExamBeats(other, 's1').remove();
});

test('an id that came from elsewhere leads out of the cache nowhere', () => {
  const cache = aCache();
  new ExamBeats(cache, '/../../escaped').write(beat);
  expect(readdirSync(cache)).toHaveLength(1);
  expect(existsSync(join(cache, '..', 'escaped.json'))).toBe(false);
  expect(JSON.parse(readFileSync(join(cache, readdirSync(cache)[0] as string), 'utf8'))).toEqual(beat);
});
