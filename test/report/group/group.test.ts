import { describe, expect, test } from 'vitest';
import type { LearnerFile } from '../../../src/core/analysis/group/learners.ts';
import type { HistoryEvent } from '../../../src/core/history/event.ts';
import { enGroup } from '../../../src/messages/en-group.ts';
import { zhGroup } from '../../../src/messages/zh-group.ts';
import { GROUP_CSV_COLUMNS } from '../../../src/report/group/group-csv.ts';
import { ITEMS_SHOWN, NAMES_ACROSS } from '../../../src/report/group/group-markdown.ts';
import { type GroupReporter, groupReporters } from '../../../src/report/group/group-reporters.ts';
import { eventsOfPerson, summaryOfFiles } from '../../support/learners.ts';
import { aBank, anAnswer, aQuestion } from '../../support/results-history.ts';

const options = ['yes', 'no', 'perhaps'];
const single = (id: string, topic: string, stem: string) => aQuestion(id, { options, key: 'B', topic, stem } as never);
const bank = aBank(
  'phone',
  [
    single('hello', 'calls', 'What is said first?'),
    single('bye', 'calls', '最后说什么？'),
    single('cc', 'mail', 'Who is in copy?'),
  ],
  [
    { path: 'calls', title: '电话 | calls' },
    { path: 'mail', title: 'Mail' },
  ],
);

const file = (name: string, events: readonly HistoryEvent[]): LearnerFile => ({ name, path: `${name}.json`, events });
const said = (item: string, letter: string, at = '2026-11-20T20:00:00.000+08:00') => {
  const right = letter === 'B';
  return anAnswer({ item: `phone/${item}`, response: [letter], right, marks: right ? 1 : 0, at, ms: 61_000 });
};

const two = [
  file('Li Hua', [
    said('hello', 'B'),
    said('bye', 'A'),
    said('cc', 'A'),
    said('cc', 'B', '2026-11-21T20:00:00.000+08:00'),
  ]),
  file('王芳', [said('hello', 'A'), said('bye', 'A')]),
];
const summary = summaryOfFiles(two, { banks: [bank] });
const { md, csv, json }: Record<keyof typeof groupReporters, GroupReporter> = groupReporters;

/** `size` learners of rising ability, with sixty answers each. */
const aClass = (size: number, items = bank.items) =>
  summaryOfFiles(
    Array.from({ length: size }, (_, n) =>
      file(`p${n}`, eventsOfPerson({ device: `d${n}`, ability: n / 3 - 2, answers: 60 }, [aBank('phone', items)])),
    ),
  );

describe('a group in Markdown', () => {
  test('shows learners, topics and questions', () => {
    expect(md(summary, enGroup.report)).toMatchInlineSnapshot(`
      "# The group

      All answers up to 2026-11-22.

      ## Learners

      | No. | Learner | File | Answers | Right | Share right | Marks | Time | Last day | Study days |
      | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | --- | ---: |
      | 1 | Li Hua | Li Hua.json | 4 | 2 | 50% | 2 / 4 | 4 min 4 s | 2026-11-21 | 2 |
      | 2 | 王芳 | 王芳.json | 2 | 0 | 0% | 0 / 2 | 2 min 2 s | 2026-11-20 | 1 |
      |  | All |  | 6 | 2 | 33% | 2 / 6 | 6 min 6 s | 2026-11-21 | 2 |

      ## Topics, the weakest first

      | Bank | Topic | Learners | Answers | Mean share right | Li Hua | 王芳 |
      | --- | --- | ---: | ---: | ---: | ---: | ---: |
      | Bank phone | 电话 \\| calls | 2 | 4 | 25% | 50% (2) | 0% (2) |
      | Bank phone | Mail | 1 | 2 | 50% | 50% (2) | – |

      ## Questions, the hardest first

      | Question | Learners | Right at first | Facility (95 %) | Discrimination | Wrong answer most gave | Wrong options nobody chose |
      | --- | ---: | ---: | ---: | ---: | --- | --- |
      | 最后说什么？ (phone/bye) | 2 | 0 | 0% (0%–66%) | – | 2 chose A yes | C perhaps |
      | Who is in copy? (phone/cc) | 1 | 0 | 0% (0%–79%) | – | 1 chose A yes | C perhaps |
      | What is said first? (phone/hello) | 2 | 1 | 50% (9%–91%) | – | 1 chose A yes | C perhaps |

      ## Questions that nobody ever got right

      | Question | Learners | Right at first | Facility (95 %) | Discrimination | Wrong answer most gave | Wrong options nobody chose |
      | --- | ---: | ---: | ---: | ---: | --- | --- |
      | 最后说什么？ (phone/bye) | 2 | 0 | 0% (0%–66%) | – | 2 chose A yes | C perhaps |

      ## Where these numbers come from

      - Answers and shares count every answer; of an exam’s answers to one question the last, and none that was taken back or belongs to an exam that was not handed in.
      - The mean share of a topic is the mean of the learners’ shares, so nobody weighs more for having answered more. The order minds how much there is to go by: one miss by one learner puts no topic first.
      - Questions go by the first answer of each learner in this time. Behind the facility, the share of right ones, stands its 95 % Wilson score interval (E. B. Wilson, 1927).
      - Discrimination is the correlation of a question, right or wrong, with the learner’s share of right first answers to the other questions of its bank (corrected point-biserial). It takes 10 learners with at least 5 other questions each; “–” where it cannot be told. With few learners it is rough, and below zero by chance at times.
      - Wrong options nobody chose are in no answer of this time. Letters are the bank’s own, whatever order the options were shown in.
      "
    `);
  });

  test('says the same in Chinese', () => {
    const page = md(summary, zhGroup.report);
    expect(page).toContain('| 王芳 | 王芳.json | 2 | 0 | 0% | 0 / 2 | 2 分 2 秒 | 2026-11-20 | 1 |');
    expect(page).toContain('2 人选 A yes');
    expect(page.match(/^##? .*$/gm)).toEqual([
      '# 学员情况',
      '## 学员',
      '## 各主题，最薄弱的在前',
      '## 各题，最难的在前',
      '## 没有人答对过的题',
      '## 这些数怎么来的',
    ]);
  });

  test('of a large group heads the columns with numbers, and cuts the list of questions', () => {
    const many = Array.from({ length: ITEMS_SHOWN + 5 }, (_, n) => single(`q${n}`, '', `Question ${n}?`));
    const page = md(aClass(NAMES_ACROSS + 1, many), enGroup.report);
    expect(page).toMatch(/\| Mean share right \| 1 \| 2 \|.* 9 \|$/m);
    const [, hardest = ''] = page.split(`## ${enGroup.report.headings.items}`);
    expect(hardest.split('##')[0]?.match(/^\| .*phone\//gm)).toHaveLength(ITEMS_SHOWN);
    expect(page).toMatch(new RegExp(enGroup.report.more(5).slice(0, 16)));
    expect(md(aClass(NAMES_ACROSS), enGroup.report)).toMatch(/\| Mean share right \| p0 \| p1 \|/);
  });

  test('shows discrimination from ten learners on, and whose is below zero', () => {
    const page = md(aClass(12), enGroup.report);
    // A rest of two questions is none.
    expect(page).not.toContain(enGroup.report.headings.suspects);
    const wide = aClass(
      12,
      Array.from({ length: 20 }, (_, n) => single(`q${n}`, '', `Question ${n}?`)),
    );
    expect(md(wide, enGroup.report)).toMatch(/\| −?0\.\d\d \|/);
  });

  test('of nobody is a page all the same', () => {
    const empty = summaryOfFiles([file('Li', [])], { banks: [bank] });
    expect(md(empty, enGroup.report)).toContain(enGroup.report.nothingAnswered);
    expect(md(empty, enGroup.report)).toContain('| 1 | Li | Li.json | 0 | 0 | – | 0 / 0 | 0 s | – | 0 |');
  });
});

describe('a group in CSV', () => {
  test('is one table with a byte order mark', () => {
    const text = csv(summary, enGroup.report);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.slice(1).replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
      "kind,learner,bank,name,title,learners,answers,questions,right,share right,interval from,interval to,marks,marks possible,seconds,last day,study days,files,discrimination,why no discrimination,learners in discrimination,wrong answer most gave,its text,learners who gave it,wrong options nobody chose,learners ever right,answered another version
      learner,Li Hua,,,,,4,3,2,0.5,,,2,4,244,2026-11-21,2,Li Hua.json,,,,,,,,,
      learner,王芳,,,,,2,2,0,0,,,0,2,122,2026-11-20,1,王芳.json,,,,,,,,,
      all,,,,All,2,6,3,2,0.3333,,,2,6,366,2026-11-21,2,,,,,,,,,,
      topic,,phone,calls,电话 | calls,2,4,,,0.25,,,,,,,,,,,,,,,,,
      topic,,phone,mail,Mail,1,2,,,0.5,,,,,,,,,,,,,,,,,
      topic-learner,Li Hua,phone,calls,电话 | calls,,2,2,1,0.5,,,1,2,122,,,,,,,,,,,,
      topic-learner,王芳,phone,calls,电话 | calls,,2,2,0,0,,,0,2,122,,,,,,,,,,,,
      topic-learner,Li Hua,phone,mail,Mail,,2,1,1,0.5,,,1,2,122,,,,,,,,,,,,
      item,,phone,phone/bye,最后说什么？,2,,,0,0,0,0.6576,,,,,,,,few-learners,0,A,yes,2,C,0,0
      item,,phone,phone/cc,Who is in copy?,1,,,0,0,0,0.7935,,,,,,,,few-learners,0,A,yes,1,C,1,0
      item,,phone,phone/hello,What is said first?,2,,,1,0.5,0.0945,0.9055,,,,,,,,few-learners,0,A,yes,1,C,1,0
      "
    `);
  });

  test('has as many cells in each row as there are columns, in both languages', () => {
    for (const words of [enGroup.report, zhGroup.report])
      for (const line of csv(summary, words).slice(1).split('\r\n').slice(0, -1))
        expect(line.split(',')).toHaveLength(GROUP_CSV_COLUMNS.length);
  });

  test('says why there is no discrimination', () => {
    expect(csv(summary, enGroup.report)).toContain('few-learners');
    const alike = Array.from({ length: 12 }, (_, n) =>
      file(
        `p${n}`,
        [1, 2, 3, 4, 5, 6].map((item) => anAnswer({ item: `phone/q${item}` })),
      ),
    );
    expect(csv(summaryOfFiles(alike), enGroup.report)).toContain('all-alike,12');
  });
});

describe('a group in JSON', () => {
  test('is one document without a language', () => {
    expect(JSON.parse(json(summary, enGroup.report))).toEqual(JSON.parse(json(summary, zhGroup.report)));
    expect(JSON.parse(json(summary, enGroup.report))).toMatchObject({
      format: 'quiz-group',
      version: 1,
      today: '2026-11-22',
      filter: { banks: null, since: null, until: null },
      rule: { interval: 'wilson-95', discriminationLearners: 10, discriminationRest: 5 },
      learners: [
        {
          learner: 'Li Hua',
          files: ['Li Hua.json'],
          devices: ['k3f9'],
          answered: 4,
          right: 2,
          lastDay: '2026-11-21',
          studyDays: 2,
        },
        { learner: '王芳', answered: 2, right: 0, lastDay: '2026-11-20', studyDays: 1 },
      ],
      total: { answered: 6, right: 2, marks: 2, of: 6, durationMs: 366_000 },
      neverRight: ['phone/bye'],
      keySuspects: [],
    });
  });

  test('has of each item its interval, its trap and what nobody chose', () => {
    const { items } = JSON.parse(json(summary, enGroup.report)) as { items: { item: string }[] };
    expect(items.find(({ item }) => item === 'phone/bye')).toMatchObject({
      learners: 2,
      firstRight: 0,
      facility: 0,
      interval: [0, expect.closeTo(0.6576, 4)],
      discrimination: null,
      discriminationNote: 'few-learners',
      mostChosen: { kind: 'option', letter: 'A', text: 'yes', learners: 2 },
      unchosen: [{ letter: 'C', text: 'perhaps' }],
    });
  });

  test('has of each topic only those who answered it', () => {
    const { topics } = JSON.parse(json(summary, enGroup.report)) as {
      topics: { topic: string; byLearner: { learner: string }[] }[];
    };
    expect(topics.map(({ topic, byLearner }) => [topic, byLearner.map(({ learner }) => learner)])).toEqual([
      ['calls', ['Li Hua', '王芳']],
      ['mail', ['Li Hua']],
    ]);
  });
});

describe('names from outside', () => {
  const names = ['=cmd()', '@x', '+1', 'a,b"c', 'x|y', '<b>', 'e\u001b[31m', 'r\u202Etl', '李\n华'];
  const hostile = summaryOfFiles(
    names.map((name) => file(name, [said('hello', 'A')])),
    { banks: [bank] },
  );

  test('start no formula and break no cell of a CSV', () => {
    const text = csv(hostile, zhGroup.report);
    const cells = text
      .split('\r\n')
      .filter((line) => line.startsWith('learner,'))
      .map((line) => line.slice('learner,'.length));
    expect(cells.map((line) => line.slice(0, 9))).toMatchInlineSnapshot(`
      [
        "'=cmd(),,",
        "'@x,,,,,1",
        "+1,,,,,1,",
        ""a,b""c",",
        "x|y,,,,,1",
        "<b>,,,,,1",
        "e[31m,,,,",
        "rtl,,,,,1",
        ""李
      华",,,,",
      ]
    `);
    expect(text).not.toMatch(/[\u001b\u202E]/);
  });

  test('stay text in Markdown and on a terminal', () => {
    const page = md(hostile, zhGroup.report);
    expect(page).not.toMatch(/[\u001b\u202E]|<b>|\bx\|y/);
    expect(page).toContain('| 李 华 |');
    const rows = page.split('\n').filter((line) => /^\| \d /.test(line));
    expect(rows).toHaveLength(names.length);
    // A bar in a name is no border of a cell.
    for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(12);
  });
});
