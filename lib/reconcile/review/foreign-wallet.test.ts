import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { addMerchant } from '@/lib/access/testing/people';
import { recordFound } from '@/lib/by-hand/sightings/record-log';
import { testDesk as payingDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { readMove } from '@/lib/reconcile/chain/read-move';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { resolveDifference } from './resolve';

const world = testWorld();
const paying = payingDesk(world, { proven: false });
const desk = testDesk(world);
const usdt = 1_000_000n;
const stranger = () => privateKeyToAddress(generatePrivateKey());

/** From now on the wallet `admin` is proved to be another merchant's. */
const proveElsewhere = async () => desk.declare('admin', true, await addMerchant(world.database.db));

/** As before proofs were asked for. */
async function prepareUnproved(id: string): Promise<void> {
  await world.database.sql`update wallets set proven_at = created_at`;
  await paying.prepareOne([id]);
  await world.database.sql`update wallets set proven_at = null`;
}

test('what leaves a wallet that is proved to be another merchant’s pays nothing here, even if it was prepared from it', async () => {
  await desk.declare('admin', false);
  const [before, prepared, chosen] = [stranger(), stranger(), stranger()];
  const first = await desk.byHand('81.00', before);
  const second = await desk.byHand('82.00', prepared);
  const third = await desk.byHand('83.00', chosen);
  const other = await desk.byHand('83.00', chosen);
  await prepareUnproved(second.id);
  // Seen while the wallet was ours, and left open: two payouts fit.
  const early = await desk.pay('admin', chosen, 83n * usdt);
  await desk.reconcile();
  expect(await desk.line(early)).toMatchObject({ kind: 'choice', status: 'open' });

  await proveElsewhere();
  const suspense = await desk.account('suspense');
  const declared = await desk.pay('admin', before, 81n * usdt);
  const signed = await desk.pay('admin', prepared, 82n * usdt);
  await desk.skipUnread();
  await desk.reconcile();
  const payouts = await Promise.all([first, second, third, other].map(({ id }) => view(world, id)));
  expect(payouts.map(({ status }) => status)).toEqual(['pending', 'pending', 'pending', 'pending']);
  expect(await world.database.sql`select 1 from differences where hash in (${declared}, ${signed})`).toEqual([]);
  expect(await desk.account('suspense')).toBe(suspense);

  const choice = resolveDifference(desk.member(), (await desk.line(early)).id, { as: 'payout', payout_id: third.id });
  await expect(choice).rejects.toMatchObject({ code: 'payout_state' });
  const found = await recordFound(
    world.system(),
    'local',
    { merchantId: world.merchantId, id: first.id },
    await logAt(declared),
  );
  expect(found).toBe('unknown_sender');
});

async function logAt(hash: `0x${string}`) {
  const receipt = await world.client().getTransactionReceipt({ hash });
  const [{ logIndex = 0 } = {}] = receipt.logs;
  const move = await readMove(world.client(), { hash, blockHash: receipt.blockHash, logIndex });
  const { to: recipient, block: blockNumber, ...rest } = move ?? expect.unreachable();
  return { ...rest, recipient, blockNumber };
}
