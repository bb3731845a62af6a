import { asc } from 'drizzle-orm';
import { beforeEach, expect } from 'vitest';
import { messages } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { claimPayout } from '@/lib/claims/claim';
import { dialectRules } from '@/lib/dialects/registry';
import { balanceOf } from '@/lib/ledger/balance';
import { createSource } from '@/lib/sources/create';
import { applyMessages } from '@/lib/sources/looks/apply';
import { receiveMessage } from '@/lib/sources/receive';
import { eventsOf } from './events';
import { view } from './view';
import type { testWorld } from './world';

const secret = 'the secret of the gateway';

type Said = { payout_id?: string; reference?: string; status?: string; hash?: string; amount?: string };

/** A source that tells a merchant's portal about payouts, truly or not, and what becomes of it. */
export function gateway(world: ReturnType<typeof testWorld>) {
  beforeEach(async () => {
    await world.database.db.delete(messages);
  });
  const kept = () => world.database.db.select().from(messages).orderBy(asc(messages.id));
  return {
    /** A payout whose call to send is out. */
    async claimed() {
      const payout = await world.newPayout();
      const { address } = demoAccount('customer');
      const { transfer } = await claimPayout(world.claimant(), payout.token, { address });
      return { payout, transfer };
    },
    /** A message in the dialect of nitro, well signed, by a source of this merchant. */
    async hear(said: Said, merchantId = world.merchantId): Promise<void> {
      const actor = { kind: 'api_key', keyId: 'key_test', merchantId, scopes: ['webhooks:write'] } as const;
      const made = await createSource({ ...world.merchant(), actor }, { dialect: 'nitro', secret });
      const body = JSON.stringify({ event: 'payout-update', payout_id: 'theirs', status: 'completed', ...said });
      const plain = { method: 'POST', url: made.url, headers: {}, body } as const;
      const keys = { signing: 'hmac', secrets: [secret] } as const;
      const { method, headers } = dialectRules.nitro.sign(plain, keys, { id: '', at: new Date(), merchantId });
      const params = { dialect: 'nitro', source: made.id };
      const readBytes = async () => Buffer.from(body);
      const receipt = await receiveMessage(world.claimant(), { method, params, search: '', headers, readBytes });
      expect(receipt).toEqual({ received: true, duplicate: false });
    },
    look: () => applyMessages(world.system()),
    kept,
    outcomes: async () => (await kept()).map((row) => row.outcome),
    /** What a lie must leave as it was: the payout, what was told of it, and the books. */
    async stateOf(id: string) {
      const asset = { chain: 'local', symbol: 'USDT' } as const;
      const paid = await balanceOf(world.database.db, world.merchantId, asset, 'paid');
      return { payout: await view(world, id), events: await eventsOf(world, id), paid };
    },
  };
}
