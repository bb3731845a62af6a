import { readFileSync, writeFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { keccak256, recoverAddress, recoverTypedDataAddress, serializeTransaction } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { domainOf, payoutTypes } from '@/lib/rails/contract/voucher';
import { SignerProcess } from './testing/start-signer';

/** The signer runs as its own process; this file plays the portal, at the level of HTTP. */

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const key = `0x${'5a'.repeat(32)}` as const;
const { address: signerAddress } = privateKeyToAccount(key);
const of = (digit: string) => `0x${digit.repeat(40)}` as const;
const soon = () => String(Math.floor(Date.now() / 1000) + 600);

const rules = {
  contract: drawbridgeAddress,
  vaults: [of('1')],
  tokens: [{ chain_id: 31337, address: of('2'), max_per_payout: '500', max_per_day: '1000', max_fee: '5' }],
  fee_collectors: [of('4')],
  max_deadline_seconds: 3600,
};
const voucher = () => ({
  ...{ chain_id: 31337, contract: drawbridgeAddress, vault: of('1'), token: of('2'), recipient: of('3') },
  ...{ amount: '400', fee: '5', fee_collector: of('4'), payout_id: '7', deadline: soon() },
});
const ask = (changed: object = {}, type = 'voucher.sign') => ({
  type,
  payout: { id: 'po_1', reference: 'order-1' },
  voucher: { ...voucher(), ...changed },
});

let signer: SignerProcess;
let requests = 0;
beforeEach(async () => {
  signer = new SignerProcess(key, [secret]);
  signer.rules(rules);
  await signer.start();
});
afterEach(() => signer.end());

type Sending = { by?: string; at?: Date; body?: string };
async function post(said: object, { by = secret, at = new Date(), body }: Sending = {}) {
  const id = `req_${++requests}`;
  const text = JSON.stringify(said);
  const headers = {
    ...{ 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)) },
    'webhook-signature': new Webhook(by).sign(id, at, text),
  };
  const answer = await fetch(signer.url, { method: 'POST', headers, body: body ?? text });
  return { id, answer, text: await answer.text() };
}
async function codeOf(said: object) {
  const { answer, text } = await post(said);
  return answer.status === 200 ? 'signed' : Object(JSON.parse(text)).code;
}

test('it signs exactly what was asked, and proves its answer with the secret', async () => {
  const said = ask();
  const { id, answer, text } = await post(said);
  const read = Object(new Webhook(secret).verify(text, Object.fromEntries(answer.headers)));
  expect(read).toMatchObject({ type: 'voucher.signed', request: id });
  const { chain_id: chainId, contract: verifyingContract, fee_collector, payout_id, ...rest } = said.voucher;
  const message = { ...rest, feeCollector: fee_collector, payoutId: BigInt(payout_id) };
  const numbers = { amount: 400n, fee: 5n, deadline: BigInt(rest.deadline) };
  const domain = { ...domainOf(chainId), verifyingContract };
  const typed = { domain, types: payoutTypes, primaryType: 'Payout', message: { ...message, ...numbers } } as const;
  expect(await recoverTypedDataAddress({ ...typed, signature: read.signature })).toBe(signerAddress);
});

test('each rule refuses what it is for, and says why by a code', async () => {
  const cases: [object, string][] = [
    [{ contract: of('9') }, 'contract_not_allowed'],
    [{ vault: of('9') }, 'vault_not_allowed'],
    [{ token: of('9') }, 'token_not_allowed'],
    [{ chain_id: 1 }, 'token_not_allowed'],
    [{ fee: '6' }, 'fee_not_allowed'],
    [{ fee_collector: of('9') }, 'fee_not_allowed'],
    [{ deadline: '4102444800' }, 'deadline_too_far'],
    [{ amount: '501' }, 'over_payout_limit'],
  ];
  for (const [changed, code] of cases) expect(await codeOf(ask(changed))).toBe(code);
});

test('the list of recipients and the stop count from the next request on', async () => {
  signer.rules({ ...rules, recipients: [of('8')] });
  expect(await codeOf(ask())).toBe('recipient_not_allowed');
  expect(await codeOf(ask({ recipient: of('8') }))).toBe('signed');
  signer.rules({ ...rules, paused: true });
  expect(await codeOf(ask())).toBe('paused');
});

test('a day has its limit: each payout counts once however often it is asked for, also after a restart', async () => {
  const again = () => codeOf(ask());
  expect([await again(), await again(), await again()]).toEqual(['signed', 'signed', 'signed']);
  expect(await codeOf(ask({ payout_id: '8' }))).toBe('signed');
  expect(await codeOf(ask({ payout_id: '9' }))).toBe('over_day_limit');
  await signer.stop();
  await signer.start();
  expect(await codeOf(ask({ payout_id: '9' }))).toBe('over_day_limit');
  expect(await codeOf(ask({ payout_id: '9', amount: '200' }))).toBe('signed');
});

test('requests at once cannot share what is left of the day', async () => {
  const codes = await Promise.all(['1', '2', '3', '4', '5'].map((payout_id) => codeOf(ask({ payout_id }))));
  expect(codes.toSorted()).toEqual(['over_day_limit', 'over_day_limit', 'over_day_limit', 'signed', 'signed']);
});

test('a trial is signed though all is stopped, and only with a deadline that no contract takes', async () => {
  signer.rules({ ...rules, paused: true });
  expect(await codeOf(ask({ deadline: '0' }, 'voucher.try'))).toBe('signed');
  expect(await codeOf(ask({}, 'voucher.try'))).toBe('not_a_trial');
});

test('a request that is not proved, old or changed on its way gets nothing, and leaves no line', async () => {
  const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
  const old = new Date(Date.now() - 600_000);
  const answers = [
    await post(ask(), { by: other }),
    await post(ask(), { at: old }),
    await post(ask(), { body: JSON.stringify(ask({ amount: '1' })) }),
  ];
  expect(answers.map(({ answer, text }) => [answer.status, text])).toEqual(Array(3).fill([401, '']));
  expect(() => signer.log()).not.toThrow();
  expect(signer.log()).toEqual([]);
});

test('each answer has a line, and it does not start on a log that was changed', async () => {
  await codeOf(ask());
  await codeOf(ask({ amount: '501' }));
  const lines = signer.log();
  expect(lines.map((line) => Object(JSON.parse(line)).refused?.code ?? 'signed')).toEqual([
    'signed',
    'over_payout_limit',
  ]);
  expect(readFileSync(signer.logFile, 'utf8')).not.toContain(key.slice(2));
  await signer.stop();
  writeFileSync(signer.logFile, `${lines[1]}\n`);
  await expect(signer.start()).rejects.toThrow('The log was changed before its line 1');
});

const relay = {
  chains: [
    {
      ...{ chain_id: 31337, call: [drawbridgeAddress], max_gas: '1000', max_fee_per_gas: '10' },
      ...{ max_cost_per_day: '15000', fill_up: { to: [of('8')], max_value: '2000' } },
    },
  ],
};
const transaction = (changed: object = {}) => ({
  ...{ chain_id: 31337, nonce: 1, to: drawbridgeAddress, data: '0x01', value: '0', gas: '1000' },
  ...{ max_fee_per_gas: '10', max_priority_fee_per_gas: '1', ...changed },
});
const askFor = (changed: object = {}, purpose = 'call', type = 'transaction.sign') =>
  codeOf({ type, purpose, transaction: transaction(changed) });

test('for an account that sends claims it signs calls of the contract, within the limits of their cost', async () => {
  expect(await askFor()).toBe('transactions_not_allowed');
  signer.rules({ ...rules, vaults: [], relay });
  expect(await codeOf(ask())).toBe('vault_not_allowed');
  const cases: [object, string][] = [
    [{ chain_id: 1 }, 'chain_not_allowed'],
    [{ to: of('9') }, 'call_not_allowed'],
    [{ value: '1' }, 'call_not_allowed'],
    [{ gas: '1001' }, 'gas_not_allowed'],
    [{ max_fee_per_gas: '11' }, 'fee_not_allowed'],
    [{ to: of('8'), data: '0x', value: '2001', gas: '1' }, 'call_not_allowed'],
    [{ to: of('8'), data: '0x', value: '2000', gas: '1' }, 'signed'],
  ];
  for (const [changed, code] of cases) expect([changed, await askFor(changed)]).toEqual([changed, code]);
});

test('what one nonce is signed for counts once, also after a restart, and its end is signed though all is stopped', async () => {
  signer.rules({ ...rules, relay });
  expect([await askFor(), await askFor({ data: '0x02' }), await askFor({ nonce: 2 })]).toEqual([
    'signed',
    'signed',
    'over_day_limit',
  ]);
  await signer.stop();
  await signer.start();
  expect(await askFor({ nonce: 2 })).toBe('over_day_limit');
  signer.rules({ ...rules, relay, paused: true });
  const fill = { to: signerAddress, data: '0x', gas: '21000' };
  expect([await askFor(), await askFor(fill, 'fill'), await askFor({ ...fill, to: of('8') }, 'fill')]).toEqual([
    'paused',
    'signed',
    'not_a_fill',
  ]);
  expect([await askFor({ gas: '0' }, '', 'transaction.try'), await askFor({}, '', 'transaction.try')]).toEqual([
    'signed',
    'not_a_trial',
  ]);
});

test('the transaction that it signs is the one that was asked for', async () => {
  signer.rules({ ...rules, relay });
  const { text } = await post({ type: 'transaction.sign', purpose: 'call', transaction: transaction() });
  const bare = serializeTransaction({
    ...{ type: 'eip1559', chainId: 31337, nonce: 1, to: drawbridgeAddress, data: '0x01', value: 0n },
    ...{ gas: 1000n, maxFeePerGas: 10n, maxPriorityFeePerGas: 1n },
  });
  const { type, signature } = Object(JSON.parse(text));
  expect(type).toBe('transaction.signed');
  expect(await recoverAddress({ hash: keccak256(bare), signature })).toBe(signerAddress);
});
