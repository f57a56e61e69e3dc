import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { enPaper } from '../../src/messages/en-paper.ts';
import { aPlace, eventsOf, type Place, runQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';

const PAPERS = `papers:
  long: { title: 长卷, minutes: 30, pass: 6, sections: [{ title: 单选题, type: single, count: 10 }] }
  short: { title: 短卷, sections: [{ title: 单选题, type: single, count: 2, points: 5 }] }
items:`;
const withPapers = (count = 20): string => many(count, 'papers').replace('items:', PAPERS);
const place = (): Place => aPlace({ 'papers.yaml': withPapers(), 'plain.yaml': many(2, 'plain') });

const paper = (at: Place, ...flags: readonly string[]) => runQuiz(at, ['paper', '--bank', 'papers', ...flags]);
const read = (at: Place, name: string): string => readFileSync(join(at.cwd, name), 'utf8');
const questionsIn = (text: string): string[] => text.match(/第\d+号问题/g) ?? [];

describe('quiz paper', () => {
  test('prints a paper, the same again for the same seed, and leaves no history', async () => {
    const at = place();
    const [one, again, other] = [
      await paper(at, '--paper', 'long', '--seed', 'x'),
      await paper(at, '--paper', 'papers/long', '--seed', 'x'),
      await paper(at, '--paper', 'long', '--seed', 'y'),
    ];
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(one.out).toMatch(/^# 长卷\n/);
    expect(one.out).toContain('Part 1. 单选题 (10 questions, 1 point each, 10 points in all)');
    expect(new Set(questionsIn(one.out)).size).toBe(10);
    expect(again?.out).toBe(one.out);
    expect(questionsIn(other.out)).not.toEqual(questionsIn(one.out));
    expect(eventsOf(at)).toEqual([]);
  });

  test('without a seed says in the footer which one makes it again', async () => {
    const at = place();
    const { out } = await paper(at, '--paper', 'long');
    const seed = /seed ([0-9a-f]+)$/m.exec(out)?.[1] ?? '';
    expect((await paper(at, '--paper', 'long', '--seed', seed)).out).toBe(out);
  });

  test('speaks Chinese where that is asked for', async () => {
    const { out } = await paper(place(), '--paper', 'long', '--lang', 'zh', '--key', 'end');
    expect(out).toContain('## 一、单选题（共10题，每题1分，共10分）');
    expect(out).toContain('考试时间：30 分钟　满分：10 分　及格：6 分');
    expect(out).toContain('# 长卷 · 参考答案与解析');
  });

  test('writes a file for each version, in the format of its ending', async () => {
    const at = place();
    const { code, out, err } = await paper(
      at,
      '--paper',
      'long',
      '--versions',
      'A,B',
      '--seed',
      '1',
      '-o',
      'my.paper.html',
    );
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toBe(['A', 'B'].map((v) => `${en.export.written(join(at.cwd, `my.paper-${v}.html`))}\n`).join(''));
    const [a, b] = ['A', 'B'].map((version) => read(at, `my.paper-${version}.html`));
    expect(a).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(a).toContain('papers/long · version A · seed 1');
    expect(questionsIn(a ?? '')).not.toEqual(questionsIn(b ?? ''));
  });

  test('prints versions one after the other where no file is named', async () => {
    const { out } = await paper(place(), '--paper', 'short', '--versions', '甲，乙', '--format', 'html');
    expect(out.match(/<article /g)).toHaveLength(2);
    expect(out.match(/<h1>短卷 \(version [甲乙]\)<\/h1>/g)).toHaveLength(2);
  });

  test('never writes over a file unless it is told to, and then all versions or none', async () => {
    const at = place();
    writeFileSync(join(at.cwd, 'p-B.md'), 'mine');
    const flags = ['--paper', 'short', '--versions', 'A,B', '-o', 'p.md'];
    const refused = await paper(at, ...flags);
    expect(refused).toMatchObject({ code: 4, out: '' });
    expect(refused.err).toBe(`quiz: ${enPaper.exists(join(at.cwd, 'p-B.md'))}\n  ${enPaper.existsHint}\n`);
    expect(read(at, 'p-B.md')).toBe('mine');
    expect(existsSync(join(at.cwd, 'p-A.md'))).toBe(false);
    expect(await paper(at, ...flags, '--force')).toMatchObject({ code: 0 });
    expect(read(at, 'p-B.md')).toContain('短卷');
    expect(readdirSync(at.cwd).sort()).toEqual(['banks', 'p-A.md', 'p-B.md']);
  });

  test('that cannot be written says why', async () => {
    const { code, err } = await paper(place(), '--paper', 'short', '-o', 'nowhere/p.md');
    expect(code).toBe(4);
    expect(err).toContain(en.errors.reasons.ENOENT);
  });

  test('prints the bank that ships', async () => {
    const { code, out } = await runQuiz(aPlace(), [
      'paper',
      '--bank',
      'l3-theory',
      '--paper',
      'mock-mixed',
      '--key',
      'inline',
    ]);
    expect(code).toBe(0);
    expect(out.match(/^\*\*\d+\\\.\*\*/gm)).toHaveLength(82);
    expect(out.match(/\*\*Key\*\*/g)).toHaveLength(82);
  });
});

describe('quiz paper stops', () => {
  test.each([
    ['where there are several papers', ['--bank', 'papers'], 2, enPaper.these('long, short')],
    ['at an unknown paper', ['--bank', 'papers', '--paper', 'shrot'], 3, en.errors.didYouMean('short')],
    ['at a paper like no other', ['--bank', 'papers', '--paper', 'zzzzzzzz'], 3, enPaper.these('long, short')],
    ['at a bank without papers', ['--bank', 'plain'], 3, enPaper.none('plain')],
    ['at an unknown bank', ['--bank', 'paper'], 3, 'papers'],
    ['at a strange place for the key', ['--bank', 'papers', '--key', 'begin'], 2, 'none, end, inline'],
    ['at an unknown format', ['--bank', 'papers', '--format', 'pdf'], 2, 'md, html'],
    ['at versions that are one file', ['--bank', 'papers', '--versions', 'A,a'], 2, enPaper.versions],
    ['at a version that is a path', ['--bank', 'papers', '--versions', '../A'], 2, enPaper.versions],
  ])('%s', async (_, flags, code, said) => {
    const ran = await runQuiz(place(), ['paper', ...flags]);
    expect(ran).toMatchObject({ code, out: '', err: expect.stringContaining(said) });
  });

  test('at a bank whose papers want more than there is, where each fault stands', async () => {
    const { code, err } = await runQuiz(aPlace({ 'papers.yaml': withPapers(9) }), ['paper', '--bank', 'papers']);
    expect(code).toBe(1);
    expect(err).toMatch(/^banks\/papers\.yaml:\d+:\d+ PAPER_SHORT Asks for 10 items; 9 fit\./);
  });
});
