import { connect } from '@/db/client';
import { sealAudit } from '@/lib/access/trail/seal-audit';
import { operatorsChain, verifyAudit, type Witness } from '@/lib/access/trail/verify-audit';
import { systemClock } from '@/lib/kernel/clock';
import { databaseUrl } from './database-url';

/**
 * Recomputes the audit's chains. Arguments are heads that were written down earlier, each `merchant:sequence:hash`, with
 * `operators` for what operators did: the chain must still go through them. `--heads` prints today's.
 */
function witnessOf(argument: string): Witness {
  const [merchantId = '', sequence = '', hash = '', ...more] = argument.split(':');
  if (
    (merchantId === operatorsChain || /^mer_\w+$/.test(merchantId)) &&
    /^\d+$/.test(sequence) &&
    /^[0-9a-f]{64}$/.test(hash) &&
    more.length === 0
  ) {
    return { merchantId, sequence: BigInt(sequence), hash };
  }
  console.error(`"${argument}" is no head: give merchant:sequence:hash as --heads prints it.`);
  process.exit(2);
}

const given = process.argv.slice(2);
const witnesses = given.filter((argument) => argument !== '--heads').map(witnessOf);
const url = databaseUrl();
if (!url) {
  console.error('DATABASE_URL is not set and no demo runs: give the address of the database whose audit to verify.');
  process.exit(2);
}
const { db, close } = connect(url, 1);
const acting = { db, clock: systemClock };
while (await sealAudit(acting));
const { lines, merchants, heads, faults } = await verifyAudit(acting, witnesses);
await close();
for (const { merchantId, sequence, lineId, what } of faults) {
  const place = [sequence && `seal ${sequence}`, lineId && `line ${lineId}`].filter(Boolean).join(', ');
  console.error(`${merchantId}${place && ` ${place}`}: ${what}`);
}
if (given.includes('--heads'))
  for (const [merchantId, head] of Object.entries(heads)) console.log(`${merchantId}:${head}`);
const right = faults.length === 0;
const counted = `${lines} sealed lines of operators and ${merchants} ${merchants === 1 ? 'merchant' : 'merchants'}`;
console.log(
  right
    ? `The audit is whole: ${counted}, each in its place.`
    : `The audit is not whole: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`,
);
process.exit(right ? 0 : 1);
