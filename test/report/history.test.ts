import { describe, expect, test } from 'vitest';
import { sumImported } from '../../src/core/analysis/imported.ts';
import { listSessions, type SessionStory, showSession } from '../../src/core/analysis/sessions.ts';
import { renderHistoryListJson, renderHistoryShowJson } from '../../src/report/history-json.ts';
import { renderHistoryList } from '../../src/report/history-list.ts';
import { renderHistoryShow } from '../../src/report/history-show.ts';
import { aCause } from '../support/results-causes.ts';
import { anAnswer, anEnd, aStart, aVoid, minute } from '../support/results-history.ts';
import { someEvents } from '../support/results-summary.ts';
import { words } from '../support/results-words.ts';

const NONE_IMPORTED = sumImported([]);

const lengthOf = (text: string): number => text.length;

describe('the list of sessions', () => {
  test('has one line a session', () => {
    const events = [...someEvents, aStart({ id: '0197b2c3-1', at: minute(20) })];
    expect(renderHistoryList(listSessions(events), words.historyList, lengthOf)).toMatchInlineSnapshot(`
      "Session   Started           Mode   Ended       Questions  Right    Marks        Time  Banks
      0197b2c3  2026-11-22 20:20  drill  unfinished      0 / 1      –    0 / 0         0 s  phone
      s1        2026-11-22 20:00  exam   submitted       3 / 4    67%  2.5 / 3  1 min 10 s  phone
      "
    `);
  });

  test('tells how to begin where there is none', () => {
    expect(renderHistoryList([], words.historyList, lengthOf)).toBe('No sessions yet. `quiz drill` starts one.\n');
  });
});

describe('the story of a session', () => {
  const show = (...answers: Parameters<typeof anAnswer>[0][]) => {
    const given = answers.map((fields) => anAnswer(fields));
    const story = showSession([aStart(), ...given, aVoid(given[0]?.id ?? '')], 's1') as SessionStory;
    return renderHistoryShow(story, words.historyShow, lengthOf);
  };

  test('has one line an answer, also for those that no longer count', () => {
    const screen = show(
      { response: ['B', 'A'], right: false, marks: -0.5 },
      { item: 'phone/truth', response: [true], at: minute(2) },
      { item: 'phone/blank', response: ['sixty %', '\u001B[2J\n"x"'], at: minute(3), overrule: true, guess: true },
      { item: 'phone/case#2', response: [''], right: false, at: minute(4), expired: true, ms: 3_725_000 },
    );
    expect(screen).toMatchInlineSnapshot(`
      "Session s1

      Started    2026-11-22 20:00
      Mode       drill
      Ended      unfinished
      Banks      phone
      Questions  3 / 1
      Answers    3
      Right      2 (67%)
      Marks      2 / 3
      Time       1 h 2 min 15 s

      Answered at       Mark   Question         Marks  Recall           Time  Remarks                    Answer
      2026-11-22 20:01  wrong  phone/hello   -0.5 / 1  again             5 s  taken back                 BA
      2026-11-22 20:02  right  phone/truth      1 / 1  good              5 s                             true
      2026-11-22 20:03  right  phone/blank      1 / 1  good              5 s  a guess, counted as right  sixty % / [2J "x"
      2026-11-22 20:04  wrong  phone/case#2     0 / 1  again   1 h 2 min 5 s  time ran out               (no answer)
      "
    `);
  });

  test('has why an answer was wrong among the remarks', () => {
    const wrong = anAnswer({ right: false, expired: true });
    const story = showSession([aStart(), wrong, aCause(wrong, 'misread')], 's1') as SessionStory;
    expect(renderHistoryShow(story, words.historyShow, lengthOf)).toContain('time ran out, misread ');
  });

  test('cuts a long text', () => {
    const line = show({}, { response: ['服务 '.repeat(40)], at: minute(2) })
      .split('\n')
      .at(-2);
    expect(line).toMatch(/ {2}(服务 ){19}服务…$/);
  });

  test('without answers says so', () => {
    const story = showSession([aStart()], 's1') as SessionStory;
    expect(renderHistoryShow(story, words.historyShow, lengthOf)).toContain(
      '\n\nNothing was answered in this session.\n',
    );
  });
});

describe('an exam that is not handed in', () => {
  const events = [
    aStart({ mode: 'exam' }),
    anAnswer({ mode: 'exam', response: ['B'], right: false }),
    anAnswer({ mode: 'exam', item: 'phone/truth', response: [true], at: minute(2), guess: true }),
  ];
  const rows = listSessions(events);
  const story = showSession(events, 's1') as SessionStory;

  test('shows in the list how far it is, and not what it came to', () => {
    expect(renderHistoryList(rows, words.historyList, lengthOf)).toMatchInlineSnapshot(`
      "Session  Started           Mode  Ended       Questions  Right  Marks  Time  Banks
      s1       2026-11-22 20:00  exam  unfinished      2 / 1      –      –  10 s  phone
      "
    `);
  });

  test('shows what was answered, and neither what is right nor what it is worth', () => {
    expect(renderHistoryShow(story, words.historyShow, lengthOf)).toMatchInlineSnapshot(`
      "Session s1

      Started    2026-11-22 20:00
      Mode       exam
      Ended      unfinished
      Banks      phone
      Questions  2 / 1
      Answers    2
      Right      once it is handed in
      Marks      once it is handed in
      Time       10 s

      Answered at       Question     Time  Remarks  Answer
      2026-11-22 20:01  phone/hello   5 s           B
      2026-11-22 20:02  phone/truth   5 s  a guess  true
      "
    `);
  });

  test('tells programs no more', () => {
    const listed = JSON.parse(renderHistoryListJson(rows, NONE_IMPORTED)) as { sessions: object[] };
    expect(listed.sessions[0]).toMatchObject({ id: 's1', answered: 2, right: null, shareRight: null });
    expect(listed.sessions[0]).toMatchObject({ markHundredths: null });
    const shown = JSON.parse(renderHistoryShowJson(story)) as { session: object; answers: object[] };
    expect(shown.session).toEqual(listed.sessions[0]);
    for (const answer of shown.answers) expect(answer).toMatchObject({ right: null, marks: null, rating: null });
    expect(shown.answers[0]).toMatchObject({ item: 'phone/hello', response: ['B'] });
  });

  test('that is over tells programs everything', () => {
    const over = listSessions([...events, anEnd()]);
    expect(JSON.parse(renderHistoryListJson(over, NONE_IMPORTED))).toEqual({
      sessions: over,
      imported: { reviews: 0, questions: 0, from: null, to: null },
    });
  });
});
