import { randomBytes } from 'node:crypto';

const SUPPLY_BYTES = 1024;

/** Random bytes by the handful. Asking the system for each handful costs a tenth of what an answer does. */
export function randomSupply(): (count: number) => Uint8Array {
  let supply = new Uint8Array(0);
  return (count) => {
    if (supply.length < count) supply = Uint8Array.from(randomBytes(Math.max(SUPPLY_BYTES, count)));
    const handful = supply.subarray(0, count);
    supply = supply.subarray(count);
    return handful;
  };
}
