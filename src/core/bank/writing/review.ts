import type { Bank } from '../bank.ts';
import type { Finding } from '../finding.ts';
import type { Item } from '../item.ts';
import { type Placed, RULE_IDS, type RuleId } from './rule.ts';
import { BANK_RULES, ITEM_RULES } from './rules.ts';

/**
 * What a strict friend has to say of a sound bank: every rule over every question. A rule that an item allows, with its
 * reason, is silent about that item; an allowance without a reason is itself a remark.
 */
export function reviewBank(bank: Bank): Finding[] {
  const questions = placedIn(bank);
  const findings: Finding[] = [];
  for (const rule of ITEM_RULES)
    for (const placed of questions) {
      if (isAllowed(placed, rule.id, bank)) continue;
      rule.check(
        placed.question,
        (field, params = {}) =>
          findings.push({
            code: rule.id,
            severity: rule.severity,
            path: [...placed.path, ...field],
            params: named(placed, params),
          }),
        placed.parent,
      );
    }
  for (const rule of BANK_RULES)
    rule.check(questions, bank, (at, field, params = {}, severity = rule.severity) => {
      if (at && isAllowed(at, rule.id, bank)) return;
      findings.push({
        code: rule.id,
        severity,
        path: [...(at?.path ?? []), ...field],
        params: at ? named(at, params) : params,
      });
    });
  return [...findings, ...allowances(bank)];
}

const named = ({ question }: Placed, params: Finding['params']): Finding['params'] => ({ id: question.id, ...params });

/** Every question with its path in the file. */
export function placedIn(bank: Bank): Placed[] {
  return bank.items.flatMap((item, number): Placed[] => {
    const index = placeOf(bank, number);
    return item.type === 'case'
      ? item.items.map((question, part) => ({ question, parent: item, path: ['items', index, 'items', part] }))
      : [{ question: item, parent: null, path: ['items', index] }];
  });
}

/** Drafts stand in the file and among no items that can be asked. */
const placeOf = ({ itemPlaces }: Bank, number: number): number => itemPlaces?.[number] ?? number;

function itemOf({ path }: Placed, bank: Bank): Item | undefined {
  const place = Number(path[1]);
  return bank.items[bank.itemPlaces ? bank.itemPlaces.indexOf(place) : place];
}

function isAllowed(placed: Placed, rule: RuleId, bank: Bank): boolean {
  return placed.question.allow?.[rule] !== undefined || itemOf(placed, bank)?.allow?.[rule] !== undefined;
}

/** Allowances that give no reason, or name no rule. */
function allowances(bank: Bank): Finding[] {
  return bank.items.flatMap((item, index) =>
    Object.entries(item.allow ?? {}).flatMap(([rule, reason]): Finding[] => {
      const path = ['items', placeOf(bank, index), 'allow'];
      if (!RULE_IDS.some((id) => id === rule))
        return [{ code: 'UNKNOWN_RULE', severity: 'warning', path, params: { id: item.id, rule } }];
      return reason === '' ? [{ code: 'NO_REASON', severity: 'warning', path, params: { id: item.id, rule } }] : [];
    }),
  );
}
