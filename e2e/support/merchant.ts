import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { createdPayoutAnswer } from '@/lib/payouts/schema';
import { orderAnswer } from '@/lib/wire/order';
import { payoutAnswer } from '@/lib/wire/payout';
import type { Demo } from './demo-file';

/** The merchant's server: what it asks of the portal's API, with its own key. */
export function merchantOf({ baseUrl, apiKey, databaseUrl }: Demo) {
  async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text}`);
    return JSON.parse(text);
  }

  return {
    ask,
    /** A payout of 25.00 USDT, of which 24.50 arrive, to anyone unless told otherwise. */
    createPayout: async (given: Record<string, unknown> = {}) =>
      createdPayoutAnswer.parse(
        await ask('POST', '/payouts', {
          ...{ amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' } },
          ...{ reference: `order-${randomUUID().slice(0, 13)}`, description: 'Refund of order 1004' },
          ...given,
        }),
      ),
    /** An order of 100.00 USDT whose buyer has paid, to a seller with this address. */
    createOrder: async (address: string, given: Record<string, unknown> = {}) =>
      orderAnswer.parse(
        await ask('POST', '/orders', {
          ...{ reference: `purchase-${randomUUID().slice(0, 13)}`, amount: '100.00', asset: 'USDT', chain: 'local' },
          buyer: { id: 'buyer-1', contact: `buyer-${randomUUID().slice(0, 8)}@demo.example` },
          seller: { id: 'seller-1', address, contact: `seller-${randomUUID().slice(0, 8)}@demo.example` },
          pay_in: { reference: 'pay-in-1' },
          ...given,
        }),
      ),
    order: async (id: string) => orderAnswer.parse(await ask('GET', `/orders/${id}`)),
    payout: async (id: string) => payoutAnswer.parse(await ask('GET', `/payouts/${id}`)),
    cancel: async (id: string) => payoutAnswer.parse(await ask('POST', `/payouts/${id}/cancel`)),
    /** Everything about one payout happened that much earlier: as if so much time had gone by since. */
    letTimePass: async (id: string, seconds: number) => {
      const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
      const past = sql`${`${seconds} seconds`}::interval`;
      await sql`update payouts set expires_at = expires_at - ${past}, signed_until = signed_until - ${past},
        completed_at = completed_at - ${past} where id = ${id}`;
      await sql`update transfers set updated_at = updated_at - ${past} where payout_id = ${id}`;
      await sql.end();
    },
  };
}

export type Merchant = ReturnType<typeof merchantOf>;
