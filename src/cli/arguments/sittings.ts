import { type Add, many } from './add.ts';

export const addDrill: Add = (program, { help }, doing) => {
  program
    .command('drill')
    .description(help.drill)
    .option('-b, --bank <bank>', help.bank, many)
    .option('-t, --topic <topic>', help.topic, many)
    .option('--type <type>', help.type, many)
    .option('--new <n>', help.new)
    .option('--limit <n>', help.limit)
    .option('--minutes <n>', help.minutes)
    .option('--per-item <time>', help.perItem)
    .option('--ahead', help.ahead)
    .option('--retention <r>', help.retention)
    .option('--no-shuffle', help.noShuffle)
    .option('--seed <text>', help.seed)
    .action(doing((commands) => commands.runDrill));
};

export const addExam: Add = (program, { help }, doing) => {
  program
    .command('exam')
    .description(help.exam)
    .option('-b, --bank <bank>', help.bank, many)
    .option('-p, --paper <paper>', help.examPaper)
    .option('--minutes <n>', help.examMinutes)
    .option('--strict', help.strict)
    .option('--fresh', help.fresh)
    .option('--no-shuffle', help.noShuffle)
    .option('--seed <text>', help.seed)
    .option('--resume [session]', help.resume)
    .option('--again <session>', help.again)
    .option('--report <session>', help.report)
    .action(doing((commands) => commands.runExam));
};

export const addPractice: Add = (program, { help }, doing) => {
  program
    .command('practice')
    .description(help.practice)
    .option('-b, --bank <bank>', help.bank, many)
    .option('-t, --topic <topic>', help.topic, many)
    .option('--type <type>', help.type, many)
    .option('--difficulty <n>', help.difficulty)
    .option('-c, --count <n>', help.count)
    .option('--only <what>', help.only)
    .option('--order <order>', help.order)
    .option('--minutes <n>', help.practiceMinutes)
    .option('--per-item <time>', help.perItem)
    .option('--feedback <when>', help.feedback)
    .option('--no-shuffle', help.noShuffle)
    .option('--seed <text>', help.seed)
    .action(doing((commands) => commands.runPractice));
};

export const addStudy: Add = (program, { help }, doing) => {
  program
    .command('study')
    .description(help.study)
    .option('-b, --bank <bank>', help.bank, many)
    .option('-t, --topic <topic>', help.topic, many)
    .option('--type <type>', help.type, many)
    .option('--from-start', help.fromStart)
    .option('--no-notes', help.noNotes)
    .action(doing((commands) => commands.runStudy));
};
