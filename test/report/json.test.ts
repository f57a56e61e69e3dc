import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import { reporters } from '../../src/report/reporters.ts';
import { someEvents, summaryOf } from '../support/results-summary.ts';
import { words } from '../support/results-words.ts';

describe('results in JSON', () => {
  test('are one document with marks in points and durations in milliseconds', () => {
    expect(renderJson(summaryOf(someEvents))).toMatchInlineSnapshot(`
      "{
        "format": "quiz-results",
        "version": 1,
        "today": "2026-11-22",
        "filter": {
          "banks": null,
          "since": null,
          "until": null
        },
        "total": {
          "answered": 3,
          "questions": 3,
          "right": 2,
          "shareRight": 0.6666666666666666,
          "guesses": 1,
          "marks": 2.5,
          "of": 3,
          "durationMs": 70250,
          "due": {
            "questions": 2,
            "today": 0,
            "within7Days": 0,
            "new": 2,
            "putAway": 0
          }
        },
        "banks": [
          {
            "bank": "phone",
            "title": "Bank phone",
            "answered": 3,
            "questions": 3,
            "right": 2,
            "shareRight": 0.6666666666666666,
            "guesses": 1,
            "marks": 2.5,
            "of": 3,
            "durationMs": 70250,
            "due": {
              "questions": 2,
              "today": 0,
              "within7Days": 0,
              "new": 2,
              "putAway": 0
            }
          }
        ],
        "topics": [
          {
            "bank": "phone",
            "topic": "calls",
            "title": "Calls",
            "answered": 1,
            "questions": 1,
            "right": 1,
            "shareRight": 1,
            "guesses": 0,
            "marks": 1,
            "of": 1,
            "durationMs": 65000
          },
          {
            "bank": "phone",
            "topic": "",
            "title": "",
            "answered": 2,
            "questions": 2,
            "right": 1,
            "shareRight": 0.5,
            "guesses": 1,
            "marks": 1.5,
            "of": 2,
            "durationMs": 5250
          }
        ],
        "types": [
          {
            "type": "single",
            "answered": 1,
            "questions": 1,
            "right": 1,
            "shareRight": 1,
            "guesses": 0,
            "marks": 1,
            "of": 1,
            "durationMs": 65000
          },
          {
            "type": "boolean",
            "answered": 1,
            "questions": 1,
            "right": 0,
            "shareRight": 0,
            "guesses": 0,
            "marks": 0.5,
            "of": 1,
            "durationMs": 4250
          },
          {
            "type": null,
            "answered": 1,
            "questions": 1,
            "right": 1,
            "shareRight": 1,
            "guesses": 1,
            "marks": 1,
            "of": 1,
            "durationMs": 1000
          }
        ],
        "sessions": [
          {
            "session": "s1",
            "mode": "exam",
            "banks": [
              "phone"
            ],
            "startedAt": "2026-11-22T20:00:00.000+08:00",
            "ended": "submitted",
            "asked": 4,
            "answered": 3,
            "questions": 3,
            "right": 2,
            "shareRight": 0.6666666666666666,
            "guesses": 1,
            "marks": 2.5,
            "of": 3,
            "durationMs": 70250
          }
        ],
        "hardest": [
          {
            "item": "phone/honest",
            "stem": "What is honest?",
            "answered": 1,
            "wrong": 1,
            "lastRight": false
          }
        ],
        "imported": {
          "reviews": 0,
          "questions": 0
        }
      }
      "
    `);
  });

  test('of an empty history have no share, and every key all the same', () => {
    const empty = JSON.parse(renderJson(summaryOf([], { banks: [], filter: { since: 20_000 } })));
    expect(empty).toMatchObject({
      filter: { banks: null, since: '2024-10-04', until: null },
      total: { shareRight: null },
    });
    expect(Object.keys(empty)).toEqual(Object.keys(JSON.parse(renderJson(summaryOf(someEvents)))));
  });

  test('every format ends in a line break', () => {
    for (const report of Object.values(reporters)) expect(report(summaryOf(someEvents), words.results)).toMatch(/\n$/);
  });
});
