import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { quizHere } from '../support/in-process.ts';
import { aPlace, itemsAnswered, type Place, runQuiz } from '../support/program.ts';

const PAPER = `一、单选题
1.回访客户的电话最适宜安排在办理业务之后的( )。A.当天 B.次日
答案:A
解析:趁热打铁，客户还记得办过什么。
2.办公室的电话铃响( )声以内应当接听起来。A.三 B.十
答案:A
解析:三声以内是通行的标准。
`;
/** A typo of the stem, a wrong option and a wrong key of the first question, and one more question ahead of it. */
const CORRECTED = PAPER.replace(
  '1.回访客户的电话最适宜安排在办理业务之后的( )。A.当天 B.次日\n答案:A',
  '1.下列各项里面，属于服务四个基本特征之一的是( )。A.易逝 B.永恒\n答案:A\n2.回访客户的电话最适宜安排在办完业务之后的( )。A.下月 B.次日\n答案:B',
).replace('2.办公室', '3.办公室');

const FILE = 'banks/paper.yaml';
const again = ['bank', 'import', 'paper.txt', '--id', 'paper', '-o', FILE];
const write = (place: Place, text: string): void => writeFileSync(join(place.cwd, 'paper.txt'), text);
const bank = (place: Place): string => readFileSync(join(place.cwd, FILE), 'utf8');

async function aDrilledPlace(): Promise<Place> {
  const place = aPlace({});
  write(place, PAPER);
  expect((await runQuiz(place, again)).code).toBe(0);
  const first = ['drill', '-b', 'paper', '--new', '1', '--no-shuffle'];
  const drill = await runQuiz(place, first, { input: ['A', '', ''] });
  expect({ code: drill.code, answered: itemsAnswered(place) }).toEqual({ code: 0, answered: ['q001'] });
  return place;
}

test('progress stays when a corrected document is imported again', async () => {
  const place = await aDrilledPlace();
  write(place, CORRECTED);
  const shown = await runQuiz(place, [...again, '--dry-run']);
  expect(shown.out).toContain('q003  下列各项里面');
  expect(shown.out).toContain('q001  options and key');
  const done = await runQuiz(place, [...again, '--yes']);
  expect(done.err).toContain('up to date');
  expect((await runQuiz(place, ['bank', 'check', FILE])).code).toBe(0);
  // Answered today, and right: only the two others are left to be asked.
  const rest = await runQuiz(place, ['drill', '-b', 'paper'], { input: ['A', '', 'A', '', 'A', '', '', ''] });
  expect(rest.code).toBe(0);
  expect(new Set(itemsAnswered(place).slice(1))).toEqual(new Set(['q002', 'q003']));
});

test('what an author did by hand stays, and is named', async () => {
  const place = aPlace({});
  write(place, PAPER);
  await runQuiz(place, again);
  const edited = bank(place)
    .replace('    id: q001\n', '    id: q001 # 重要\n    difficulty: 5\n')
    .replace('趁热打铁，客户还记得办过什么。', '当天回访，印象还新。');
  writeFileSync(join(place.cwd, FILE), edited);
  write(place, CORRECTED);
  const { out } = await runQuiz(place, [...again, '--yes']);
  expect(out).toContain('1 change of yours kept:\n    q001  explanation');
  expect(bank(place)).toContain('    id: q001 # 重要\n    difficulty: 5\n');
  expect(bank(place)).toContain('当天回访，印象还新。');
  expect(bank(place)).toContain('- 下月');
});

test('nobody agreed, nothing is written; the plan is there for programs too', async () => {
  const place = aPlace({});
  write(place, PAPER);
  await runQuiz(place, again);
  const before = bank(place);
  write(place, CORRECTED);
  expect(await runQuiz(place, again)).toMatchObject({ code: 2, err: expect.stringContaining('--yes') });
  const { out } = await runQuiz(place, [...again, '--dry-run', '--json']);
  expect(JSON.parse(out).update).toMatchObject({ added: ['q003'], changed: [{ id: 'q001' }], gone: [], same: 1 });
  expect(bank(place)).toBe(before);
});

test.each(['gift', 'csv', 'xlsx', 'moodle-xml'])(
  'a bank goes out as %s and comes home under its own ids',
  async (format) => {
    const place = aPlace({});
    write(place, PAPER);
    await quizHere(place, again);
    writeFileSync(join(place.cwd, FILE), bank(place).replace('id: q001', 'id: visit').replace('- q001', '- visit'));
    const before = bank(place);
    const out = format === 'csv' ? 'paper.csv' : 'paper.out';
    await quizHere(place, ['bank', 'export', 'paper', '--format', format, '-o', out]);
    expect((await quizHere(place, ['bank', 'import', out, '--id', 'new', '-o', 'new.yaml'])).bug).toBeNull();
    expect(
      readFileSync(join(place.cwd, 'new.yaml'), 'utf8')
        .match(/id: (\w+)\n/g)
        ?.slice(1),
    ).toEqual(['id: visit\n', 'id: q002\n']);
    const home = await quizHere(place, ['bank', 'import', out, '--id', 'paper', '-o', FILE, '--yes']);
    expect(home).toMatchObject({ code: 0, err: expect.stringContaining('Nothing to change') });
    expect(bank(place)).toBe(before);
  },
);
