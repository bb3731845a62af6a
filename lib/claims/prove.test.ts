import { pad, verifyMessage } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { viewAttestation } from '@/lib/attestations/of-payout';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { claimPayout } from './claim';
import { offerProof, proveBySignature } from './prove';
import { viewClaim } from './view';

const world = testWorld();
const customer = privateKeyToAccount(demoAccount('customer').privateKey);
const stranger = privateKeyToAccount(generatePrivateKey());
const newPayout = (address: string = customer.address) =>
  world.newPayout({ recipient: { type: 'wallet', address, prove: 'signature' } });
type Proof = { address: string; message: string; signature: string };
type Signer = Pick<typeof customer, 'signMessage'>;

async function signed(
  { token }: { token: string },
  address: string = customer.address,
  by: Signer = customer,
): Promise<Proof> {
  const { message } = await offerProof(world.claimant(), token, { address });
  return { address, message, signature: await by.signMessage({ message }) };
}

test('a payout that asks for its wallet’s signature is not claimed before, and is after', async () => {
  const payout = await newPayout();
  expect(payout.recipient).toMatchObject({ prove: 'signature' });
  expect((await viewClaim(world.claimant(), payout.token)).proof_needed).toBe('signature');
  const claim = () => claimPayout(world.claimant(), payout.token, { address: customer.address });
  await expect(claim()).rejects.toMatchObject({ code: 'proof_required' });

  const version = (await view(world, payout.id)).version;
  await proveBySignature(world.claimant(), payout.token, await signed(payout));
  expect((await viewClaim(world.claimant(), payout.token)).proof_needed).toBeNull();
  expect((await view(world, payout.id)).version).toBe(version + 1);
  await world.send('customer', (await claim()).transfer);
  await world.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('the attestation names portal, payout and wallet, and holds against its signature without us', async () => {
  const payout = await newPayout();
  await proveBySignature(world.claimant(), payout.token, await signed(payout));
  const { address, message, signature, ...facts } = await viewAttestation(world.merchant(), payout.id);
  expect(facts).toMatchObject({ method: 'eip191', chain: 'local', block: { hash: expect.stringMatching(/^0x/) } });
  for (const word of ['localhost:3000', payout.id, '24.50 USDT', customer.address]) expect(message).toContain(word);
  expect(await verifyMessage({ address: customer.address, message, signature: `0x${signature.slice(2)}` })).toBe(true);
  expect(address).toBe(customer.address);
  const { token } = payout;
  const again = await proveBySignature(world.claimant(), token, await signed(payout));
  expect(again.proof).toBe(facts.id);
  await expect(world.database.sql`update attestations set message = 'other'`).rejects.toThrow('append-only');
});

test('a contract signs for its own network as of a block, and stays on record when it says otherwise later', async () => {
  const wallet = pad('0xc0de77', { size: 20, dir: 'right' });
  const saysYes = '0x631626ba7e60e01b60005260206000f3';
  await world.rpc('anvil_setCode', [wallet, saysYes]);
  const payout = await newPayout(wallet);
  const { message } = await offerProof(world.claimant(), payout.token, { address: wallet });
  const body = { address: wallet, message, signature: `0x${'12'.repeat(65)}` };
  await proveBySignature(world.claimant(), payout.token, body);
  expect((await viewAttestation(world.merchant(), payout.id)).method).toBe('erc1271');
});

test.each<[string, (proof: Proof) => Proof, string]>([
  [
    'another word in the message',
    (proof) => ({ ...proof, message: proof.message.replace('24.50', '99.50') }),
    'sign_in_message_invalid',
  ],
  ['another wallet’s name beside it', (proof) => ({ ...proof, address: stranger.address }), 'wrong_recipient'],
  ['half a signature', (proof) => ({ ...proof, signature: proof.signature.slice(0, 60) }), 'signature_invalid'],
])('%s proves nothing', async (_what, change, code) => {
  const payout = await newPayout();
  const proof = change(await signed(payout));
  await expect(proveBySignature(world.claimant(), payout.token, proof)).rejects.toMatchObject({ code });
});

test('only the recipient’s own wallet, and only where a signature is asked for, is given a message', async () => {
  const [asked, plain] = [await newPayout(), await world.newPayout()];
  const offer = ({ token }: { token: string }, address: string) => offerProof(world.claimant(), token, { address });
  await expect(offer(asked, stranger.address)).rejects.toMatchObject({ code: 'wrong_recipient' });
  await expect(offer(plain, customer.address)).rejects.toMatchObject({ code: 'payout_state' });
  const byHand = { rail: 'wallet', recipient: { type: 'wallet', address: customer.address, prove: 'signature' } };
  await expect(world.newPayout(byHand)).rejects.toMatchObject({ code: 'recipient_unsupported' });
});

test('a stranger’s signature and one for another payout prove nothing, and a message ends after a day', async () => {
  const [payout, other] = [await newPayout(), await newPayout()];
  const prove = (proof: Proof) => proveBySignature(world.claimant(), payout.token, proof);
  const byStranger = await signed(payout, customer.address, stranger);
  await expect(prove(byStranger)).rejects.toMatchObject({ code: 'signature_invalid' });
  await expect(prove(await signed(other))).rejects.toMatchObject({ code: 'sign_in_message_invalid' });
  const late = await signed(payout);
  await world.passTime(86_401);
  await expect(prove(late)).rejects.toMatchObject({ code: 'proof_expired' });
});
