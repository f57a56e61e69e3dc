import { totalOfPaper } from './check-papers.ts';
import type { Report } from './finding.ts';
import { nearNames } from './near.ts';
import { type Fields, isRecord, listOf, numberOf, textOf } from './values.ts';

type Path = readonly (string | number)[];

/** Certificates against the papers they name. Of another bank's papers nothing is known here. */
export function checkCertificates(bank: Fields, report: Report): void {
  if (!isRecord(bank.certificates)) return;
  let named = 0;
  for (const [id, certificate] of Object.entries(bank.certificates)) {
    if (!isRecord(certificate)) continue;
    const path = ['certificates', id];
    const papers = listOf(certificate.papers);
    named += papers.length;
    if (named > MOST_PAPERS) return report('TOO_MANY', ['certificates'], { bound: MOST_PAPERS });
    const need = numberOf(certificate.need);
    if (need !== null && papers.length > 0 && need > papers.length)
      report('NEED_TOO_HIGH', [...path, 'need'], { need, papers: papers.length });
    checkEachOnce(papers, path, bank, report);
    papers.forEach((paper, index) => {
      if (isRecord(paper) && isOwn(paper, bank)) checkOwnPaper(paper, [...path, 'papers', index], bank, report);
    });
  }
}

/** That all certificates may name together. */
const MOST_PAPERS = 1_000;

const isOwn = (paper: Fields, bank: Fields): boolean => paper.bank === undefined || paper.bank === bank.id;

/** A paper that is named twice would count twice. */
function checkEachOnce(papers: readonly unknown[], path: Path, bank: Fields, report: Report): void {
  const seen = new Map<string, number>();
  papers.forEach((each, index) => {
    if (!isRecord(each) || typeof each.paper !== 'string') return;
    const name = isOwn(each, bank) ? each.paper : `${textOf(each.bank)}/${each.paper}`;
    const first = seen.get(name);
    if (first === undefined) seen.set(name, index);
    else report('PAPER_TWICE', [...path, 'papers', index], { paper: name, first: first + 1 });
  });
}

function checkOwnPaper(each: Fields, path: Path, bank: Fields, report: Report): void {
  if (typeof each.paper !== 'string') return;
  const papers = isRecord(bank.papers) ? bank.papers : {};
  const paper = Object.hasOwn(papers, each.paper) ? papers[each.paper] : undefined;
  if (paper === undefined) {
    const near = nearNames(each.paper, Object.keys(papers), 1)[0] ?? '';
    return report('UNKNOWN_PAPER', [...path, 'paper'], { paper: each.paper, near });
  }
  if (!isRecord(paper)) return;
  const pass = numberOf(each.pass);
  const total = totalOfPaper(paper);
  if (pass !== null && total > 0 && pass > total) report('PASS_TOO_HIGH', [...path, 'pass'], { pass, total });
  if (each.pass === undefined && paper.pass === undefined) report('NO_PASS_MARK', path, { paper: each.paper });
}
