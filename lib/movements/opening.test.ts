import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { afterAll, expect, test } from 'vitest';
import { merchants, vaults } from '@/db/schema';
import { findCursor } from '@/lib/cursors/store';
import { newId } from '@/lib/kernel/ids';
import { balanceOf } from '@/lib/ledger/balance';
import { testDesk } from '@/lib/payouts/testing/desk';
import { frailNode } from '@/lib/payouts/testing/frail-node';
import { testWorld } from '@/lib/payouts/testing/world';
import { bookMoves } from './book-moves';

const nodes: Awaited<ReturnType<typeof frailNode>>[] = [];
const world = testWorld({
  nodeFor: async (rpcUrl) => {
    const node = await frailNode(rpcUrl);
    nodes.push(node);
    return node.url;
  },
});
const desk = testDesk(world);
afterAll(() => Promise.all(nodes.map((node) => node.close())));

/** A vault that is set up now, of a merchant of its own. */
async function newVault() {
  const { db } = world.database;
  const [merchantId, id] = [newId('merchant'), newId('vault')];
  const address = privateKeyToAddress(generatePrivateKey()).toLowerCase();
  await db.insert(merchants).values({ id: merchantId, name: 'Another', testMode: true });
  const facts = { signerAddress: address, signerKey: 'none', feeCollector: address, namespace: 1n };
  await db.insert(vaults).values({ id, merchantId, chain: 'local', address, ...facts });
  return { id, address, holds: () => balanceOf(db, merchantId, { chain: 'local', symbol: 'USDT' }, 'available') };
}

test('a deposit is booked though another worker opened the books of its vault meanwhile, at an older block', async () => {
  await world.settle();
  const vault = await newVault();
  await world.send('admin', desk.transfer(vault.address, 70_000_000n));
  await world.mine(4);
  const cursor = (await findCursor(world.database.db, 'local')) ?? expect.unreachable();
  const openElsewhere = `${cursor.finalNumber}`;
  nodes[0]?.listen(async (body) => {
    const isRead = body.includes('eth_getLogs');
    await world.database.sql`update vaults set opened_block = ${openElsewhere} where id = ${vault.id} and ${isRead}`;
  });
  const to = (await world.client().getBlockNumber()) - 2n;
  await expect(bookMoves(world.system(), cursor, to)).rejects.toThrow('Another worker');
  nodes[0]?.listen(async () => {});
  await world.settle();
  expect(await vault.holds()).toBe(70_000_000n);
});
