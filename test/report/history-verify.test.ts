import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { censusOf } from '../../src/core/history/verify/census.ts';
import { zhVerify } from '../../src/messages/zh-verify.ts';
import { renderVerify, type VerifyFault, type VerifyReport } from '../../src/report/history-verify.ts';

const aReport = (more: Partial<VerifyReport> = {}): VerifyReport => ({
  files: [{ path: '/home/li/history.json', bytes: 2048, events: 3, isNewer: false }],
  whole: true,
  faults: [],
  oddities: [],
  census: { ...censusOf([]), events: 3, sessions: 1, answers: 2, items: 2, devices: [{ device: '', events: 3 }] },
  backups: { count: 2, newest: { name: 'n', at: '2026-11-22 21:00', reason: 'daily' } },
  memory: { readingsPart: null, foldsPart: [] },
  ...more,
});
const fault = (line: number, code = 'CRLF', file = 'history.json'): VerifyFault => ({ file, line, code, about: '' });
const linesOf = (report: VerifyReport): string[] => renderVerify(report, zhVerify, basename).trimEnd().split('\n');

test('a whole history is said to be whole, with what it holds', () => {
  expect(renderVerify(aReport(), zhVerify, basename)).toMatchInlineSnapshot(`
    "历史文件完好，共 3 条记录。
    /home/li/history.json
    1 场，2 个答案，2 道题，2.0 KB
    时间： 至 
    设备：（没有写明） 3
    备份：2 份，最新的是 2026-11-22 21:00（每日）
    记忆已重新计算，与保存的一致。
    "
  `);
});

test('lines with the same fault one after another are one run; another file, code or gap begins a new one', () => {
  const faults = [fault(2), fault(3), fault(4), fault(6), fault(7, 'NUL'), fault(8, 'NUL', 'archive/a.json')];
  const said = linesOf(aReport({ whole: false, faults })).filter((line) => line.startsWith('第 '));
  expect(said.map((line) => line.split(' ')[1])).toEqual(['2–4', '6', '7', '8']);
});

test('lines name their file where there are several', () => {
  const [file] = aReport().files;
  const faults = [fault(2, 'NUL', 'archive/a.json')];
  const said = linesOf(aReport({ whole: false, faults, files: [file as never, file as never] }));
  expect(said.at(-1)).toContain('第 a.json:2 行');
});

test('each kind of oddity is one line with its number and the first places; unknown types are told apart', () => {
  const odd = (code: string, line: number, about = 'x') => ({ code, line, about, file: 'history.json' }) as never;
  const oddities = [1, 2, 3, 4, 5].map((line) => odd('DATED_AHEAD', line));
  const types = [odd('UNKNOWN_TYPE', 8, 'dreamt'), odd('UNKNOWN_TYPE', 9, 'slept'), odd('UNKNOWN_TYPE', 10, 'slept')];
  expect(linesOf(aReport({ oddities: [...oddities, ...types] })).slice(-4)).toEqual([
    zhVerify.oddTitle,
    `  ${zhVerify.odd('DATED_AHEAD', 5, '')}${zhVerify.places(['1', '2', '3'], true)}`,
    `  ${zhVerify.odd('UNKNOWN_TYPE', 1, 'dreamt')}${zhVerify.places(['8'], false)}`,
    `  ${zhVerify.odd('UNKNOWN_TYPE', 2, 'slept')}${zhVerify.places(['9', '10'], false)}`,
  ]);
});

test('what is wrong with the memories takes the place of their being right', () => {
  const said = linesOf(
    aReport({ memory: { readingsPart: { file: 'history.json', line: 7 }, foldsPart: ['b/a', 'b/c'] } }),
  );
  expect(said).toContain(zhVerify.readingsPart('7'));
  expect(said).toContain(zhVerify.foldsPart(2, 'b/a, b/c'));
  expect(said).not.toContain(zhVerify.memoryAgrees);
});
