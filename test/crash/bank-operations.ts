import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { bankCacheIn } from '../../src/store/bank-cache.ts';
import { BankDraft } from '../../src/store/bank-draft.ts';
import { loadBank } from '../../src/store/bank-file.ts';
import { fixBankFile } from '../../src/store/bank-fix-file.ts';
import { StoreFault } from '../../src/store/store-fault.ts';
import { many } from '../support/small-banks.ts';
import { isOneOf, put, read } from './contents.ts';
import type { Operation } from './operation.ts';

const [OLD, NEW] = [many(3), many(4)];
const UNTIDY = OLD.replace('  - id: q2\n    type', '  - type');

const DRAFT = /\.many\.draft-[0-9a-f]{6}\.yaml$/;

const bankIn = (home: string): string => join(home, 'banks', 'many.yaml');
const cacheIn = (home: string): string => join(home, 'cache', 'banks');

export const bankOperations: readonly Operation[] = [
  {
    name: 'the cache of banks',
    prepare(home) {
      put(bankIn(home), OLD);
      return [];
    },
    async run(home, disk) {
      const cache = bankCacheIn(cacheIn(home), disk);
      await loadBank(bankIn(home), cache);
      cache.flush();
      await loadBank(bankIn(home), cache);
    },
    async check(home) {
      const cached = await loadBank(bankIn(home), bankCacheIn(cacheIn(home)));
      const fresh = await loadBank(bankIn(home));
      return JSON.stringify(cached) === JSON.stringify(fresh) ? [] : ['the bank in the cache is another'];
    },
  },
  {
    name: 'bank check --fix',
    prepare(home) {
      put(bankIn(home), UNTIDY);
      return [];
    },
    run: (home, disk, desk) => desk.promise('bank', () => void fixBankFile(bankIn(home), disk)),
    check(home, { promised }) {
      const now = read(bankIn(home)) ?? '';
      const fixed =
        /^ {2}- id: single-[0-9a-f]{6}$/m.test(now) && now.split('stem').length === OLD.split('stem').length;
      return (now === UNTIDY && !promised.has('bank')) || fixed
        ? []
        : ['the bank is neither the old nor the mended one'];
    },
  },
  {
    name: 'bank edit',
    leaves: DRAFT,
    keepsEach: DRAFT,
    prepare(home) {
      put(bankIn(home), OLD);
      return [];
    },
    async run(home, disk, desk) {
      let draft: BankDraft | null = null;
      desk.promise('draft', () => {
        draft = new BankDraft(bankIn(home), bankIn(home), disk);
        fs.writeFileSync(draft.path, NEW);
      });
      if (draft === null && fs.readdirSync(dirname(bankIn(home))).length > 1) throw new Error('an empty draft stays');
      await desk.promiseLate('taken', async () => {
        const taken = await (draft as BankDraft | null)?.take();
        // A draft that cannot be read is said to be faulty, and stays.
        if (taken?.kind !== 'kept') throw new StoreFault('CANNOT_READ', { path: bankIn(home) });
      });
    },
    check(home, { promised }) {
      const folder = dirname(bankIn(home));
      const typed = fs.readdirSync(folder).map((name) => read(join(folder, name)));
      const isKept = !promised.has('draft') || typed.includes(NEW);
      return [
        ...(isKept ? [] : ['what was typed is nowhere']),
        ...isOneOf(bankIn(home), promised.has('taken') ? [NEW] : [OLD, NEW]),
      ];
    },
  },
];
