// Lets the built program run up to the first question of a drill, twice, as without caches and with them, then keeps what V8
// compiled on the way beside each file. More would be taken along by every start; an answer is judged as soon without it.
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { PassThrough } = require('node:stream');
const { openProgram } = require('../bin/program.js');

/** A terminal of 80 × 24 in which somebody leaves as soon as there is a question; `done` when the program has ended. */
function terminal() {
  const input = new PassThrough();
  const output = new PassThrough();
  Object.assign(input, { isTTY: true, setRawMode: () => input, ref() {}, unref() {} });
  // As of a real terminal: whoever is done with it does not end it.
  Object.assign(output, {
    isTTY: true,
    _isStdio: true,
    columns: 80,
    rows: 24,
    getWindowSize: () => [80, 24],
    hasColors: () => true,
  });
  let seen = '';
  let leaving;
  const patience = setTimeout(() => input.end(), 30_000);
  output.on('data', (data) => {
    seen += data;
    // On a busy machine a key may come before the program listens; it is pressed until it is heard.
    if (seen.includes('1/7')) leaving ??= setInterval(() => input.write('q'), 20);
  });
  const done = () => {
    clearInterval(leaving);
    clearTimeout(patience);
  };
  return { input, output, done };
}

async function play(program, home, args) {
  const { input, output, done } = terminal();
  const { main } = program.load(program.main);
  const exit = await main({
    argv: ['node', 'quiz', ...args, '--home', home],
    env: { LANG: 'zh_CN.UTF-8', TERM: 'xterm-256color' },
    cwd: () => home,
    uptime: () => process.uptime(),
    stdin: input,
    stdout: output,
    stderr: output,
  });
  done();
  if (exit !== 0) throw new Error(`The rehearsal of "quiz ${args.join(' ')}" ended with ${exit}.`);
}

async function rehearse() {
  const program = openProgram(process.argv[2]);
  const home = mkdtempSync(join(tmpdir(), 'quiz-rehearsal-'));
  try {
    writeFileSync(join(home, 'bank.yaml'), BANK);
    for (let n = 0; n < 2; n++) await play(program, home, ['drill', '--bank', join(home, 'bank.yaml'), '--seed', '1']);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  for (const [path, script] of program.files) writeFileSync(`${path}.code`, script.createCachedData());
}

const BANK = `format: quiz-bank/1
id: rehearsal
title: 排练
topics:
  all: { title: 全部, notes: 先读这里。 }
papers:
  quick: { title: 小卷, minutes: 5, pass: 1, sections: [{ title: 单选, type: single, count: 1 }] }
items:
  - { id: a, type: single, topic: all, stem: 选一个（  ）。, options: [甲, 乙, 丙, 丁], answer: A, explanation: '因为{A}。' }
  - { id: b, type: multiple, stem: 选几个（  ）。, options: [甲, 乙, 丙, 丁], answer: AB }
  - { id: c, type: boolean, stem: 对不对？, answer: true }
  - { id: d, type: blank, stem: 一加一等于____。, answer: [[二, 两]] }
  - { id: e, type: ordering, stem: 排一排。, options: [甲, 乙, 丙], answer: ABC }
  - id: f
    type: short
    stem: 说一说。
    answer: 说。
    points:
      - { text: 说, keywords: [说], points: 1 }
  - id: g
    type: case
    material: 材料。
    items:
      - { type: boolean, stem: 对不对？, answer: true }
`;

rehearse();
