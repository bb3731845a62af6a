import { expect, test } from 'vitest';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import * as claim from './claims/[token]/route';
import * as buyerLink from './orders/[id]/buyer-link/route';
import * as orders from './orders/route';
import * as link from './payouts/[id]/link/route';
import * as payouts from './payouts/route';
import * as sources from './sources/route';
import * as rotate from './webhook-endpoints/[id]/rotate-secret/route';
import * as endpoints from './webhook-endpoints/route';

const portal = testPortal();

/** Everything that the database holds, audit and kept answers included. */
async function wholeDatabase(): Promise<string> {
  const tables = await portal.sql`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  const dumps = tables.map(async ({ name }) => {
    const rows = await portal.sql`select t::text as row from ${portal.sql(name)} t`;
    return rows.map(({ row }) => row).join('\n');
  });
  return (await Promise.all(dumps)).join('\n');
}

test('a reader of the whole database finds no claim link, link of a buyer, API key or webhook secret in it', async () => {
  const { apiKey } = await portal.newMerchant();
  const post = async (handler: typeof payouts.POST, body: object, id = '') => {
    const headers = { 'Idempotency-Key': `${handler.path} ${id}` };
    return (await call(handler, { method: 'POST', apiKey, body, headers, params: { id } })).json();
  };
  const recipient = { type: 'anyone' };
  const wanted = { amount: '25.00', asset: 'USDT', chain: 'local', recipient, reference: 'one' };
  const payout = await post(payouts.POST, wanted);
  const again = await post(link.POST, {}, payout.id);
  const token: string = again.claim_url.split('/p/')[1];
  expect((await call(claim.GET, { params: { token } })).status).toBe(200);
  const body = { address: '0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65' };
  await call(claim.POST, { method: 'POST', params: { token }, body });
  const endpoint = await post(endpoints.POST, { url: 'https://1.1.1.1/hook' });
  const rotated = await post(rotate.POST, {}, endpoint.id);
  const order = await post(orders.POST, {
    ...{ reference: 'one', amount: '25.00', asset: 'USDT', chain: 'local', buyer: { id: 'b' } },
    seller: { id: 's', email: 'seller@shop.example' },
  });
  const { url } = await post(buyerLink.POST, {}, order.id);
  const told = 'a secret that they gave us';
  await post(sources.POST, { dialect: 'nitro', secret: told });

  const secrets = [
    payout.claim_url.split('/p/')[1],
    token,
    apiKey,
    endpoint.secret,
    rotated.secret,
    told,
    url.split('/o/')[1],
  ];
  expect(secrets.map((secret) => typeof secret === 'string' && secret.length >= 16)).not.toContain(false);
  const everything = await wholeDatabase();
  expect(everything).toContain(payout.id);
  expect(everything).toContain(endpoint.id);
  // The part behind a prefix, in the spellings that a column or a JSON text could give it.
  const spellings = secrets.flatMap((secret) => {
    const bare = secret.replace(/^(db_test|whsec)_/, '');
    return [bare, Buffer.from(bare).toString('base64'), Buffer.from(bare).toString('hex')];
  });
  expect(spellings.filter((spelling) => everything.includes(spelling))).toEqual([]);
});
