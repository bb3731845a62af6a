import { eq } from 'drizzle-orm';
import { privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { deliveries } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { testWorld } from '@/lib/payouts/testing/world';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { pullEvents } from '@/lib/webhooks/events/pull-events';
import { resendEvents } from '@/lib/webhooks/sending/resend';
import { addEndpoint } from '@/lib/webhooks/testing/told';
import { createVerification } from './create';
import { listVerifications, readVerification } from './read';
import { createVerificationBody, listVerificationsQuery } from './schema';
import { offerVerification, verifyWallet, viewVerification } from './verify';

const world = testWorld();
const [customer, other] = (['customer', 'other'] as const).map((name) =>
  privateKeyToAccount(demoAccount(name).privateKey),
);

async function newLink(given: object = {}) {
  const made = await createVerification(world.merchant(), createVerificationBody.parse({ reference: 'c-7', ...given }));
  return { ...made, token: made.url.split('/v/')[1] ?? '' };
}

async function signed(token: string, by = customer ?? expect.unreachable()) {
  const { message } = await offerVerification(world.claimant(), token, { address: by.address });
  return { address: by.address, message, signature: await by.signMessage({ message }) };
}

test('a person signs on the link, and the merchant has an attestation and is told once', async () => {
  const link = await newLink();
  const proof = await signed(link.token);
  const before = (await pullEvents(world.merchant(), { after: 0, limit: 100 })).next_after;
  await verifyWallet(world.claimant(), link.token, proof);
  const again = await verifyWallet(world.claimant(), link.token, proof);
  expect(again).toMatchObject({ status: 'verified', signed_by: customer?.address });
  const { status, attestation } = await readVerification(world.merchant(), link.id);
  expect([status, attestation?.method, attestation?.message]).toEqual(['verified', 'eip191', proof.message]);
  expect(attestation?.message).toContain(link.id);

  await fanOut(world.system());
  const { data } = await pullEvents(world.merchant(), { after: before, limit: 100 });
  expect(data.map(({ type }) => type)).toEqual(['wallet.verified']);
  expect(data[0]?.data).toMatchObject({ id: link.id, attestation: { id: attestation?.id } });
});

test('endpoints that speak of payouts only are not sent it, neither at once nor again', async () => {
  const webhooks = { ...world.merchant() };
  const whole = await addEndpoint(webhooks);
  const narrow = await addEndpoint(webhooks, { dialect: 'nitro', events: ['*'] });
  const { token } = await newLink();
  await verifyWallet(world.claimant(), token, await signed(token));
  await fanOut(world.system());
  const to = async (id: string) =>
    (await world.database.db.select().from(deliveries).where(eq(deliveries.endpointId, id))).length;
  expect([await to(whole.id), await to(narrow.id)]).toEqual([1, 0]);
  await world.passTime(1);
  const range = { from: new Date(0).toISOString(), only: 'all', after: 0 } as const;
  const { queued } = await resendEvents(webhooks, whole.id, range);
  expect([queued > 0, (await resendEvents(webhooks, narrow.id, range)).queued]).toEqual([true, 0]);
});

test('only the wallet that was asked for will do, and only while the link lasts', async () => {
  const { token } = await newLink({ address: customer?.address, expires_in: 60 });
  await expect(signed(token, other)).rejects.toMatchObject({ code: 'wrong_recipient' });
  const proof = await signed(token);
  const elsewhere = await newLink();
  const moved = verifyWallet(world.claimant(), elsewhere.token, proof);
  await expect(moved).rejects.toMatchObject({ code: 'sign_in_message_invalid' });
  await world.passTime(61);
  await expect(verifyWallet(world.claimant(), token, proof)).rejects.toMatchObject({ code: 'link_expired' });
  expect((await viewVerification(world.claimant(), token)).status).toBe('expired');
  const unknown = viewVerification(world.claimant(), `${token}x`);
  await expect(unknown).rejects.toMatchObject({ code: 'link_unknown' });
});

test('the list is the merchant’s own, newest first, page by page, and by reference', async () => {
  const made = [await newLink({ reference: 'list' }), await newLink({ reference: 'list' }), await newLink()];
  const query = (more: object) => listVerificationsQuery.parse({ limit: 1, reference: 'list', ...more });
  const first = await listVerifications(world.merchant(), query({}));
  const second = await listVerifications(world.merchant(), query({ cursor: first.next_cursor }));
  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual([made[1]?.id, made[0]?.id]);
  expect(second.next_cursor).toBeNull();
  expect(JSON.stringify([first, second])).not.toContain(made[0]?.token);
});
