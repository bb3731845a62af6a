import { type Hex, parseTransaction } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { standard } from '@/lib/dialects/standard';
import type { Received } from '@/lib/webhooks/testing/receiver';

export type Own = { key: Hex; secret: string };
type Answer = { status: number; headers: Record<string, string>; body: string };

/** Its clock is the portal's. */
const timeOf = ({ headers }: Received) => new Date(Number(headers['webhook-timestamp']) * 1000);

function proved(request: Received, secret: string, said: object): Answer {
  const id = request.headers['webhook-id'] ?? '';
  const body = JSON.stringify({ request: id, ...said });
  const message = { method: 'POST' as const, url: '', headers: {}, body };
  const kind = { signing: 'hmac', secrets: [secret] } as const;
  return {
    status: 200,
    headers: standard.sign(message, kind, { id, at: timeOf(request), merchantId: '' }).headers,
    body,
  };
}

/** What was asked, as a transaction; `changed` is what a liar signs instead. */
async function signatureFor({ body }: Received, key: Hex, changed: object = {}): Promise<string> {
  const said = Object(JSON.parse(body)).transaction;
  const fees = {
    maxFeePerGas: BigInt(said.max_fee_per_gas),
    maxPriorityFeePerGas: BigInt(said.max_priority_fee_per_gas),
  };
  const raw = await privateKeyToAccount(key).signTransaction({
    ...{ type: 'eip1559', chainId: said.chain_id, nonce: said.nonce, to: said.to, data: said.data },
    ...{ value: BigInt(said.value), gas: BigInt(said.gas), ...fees, ...changed },
  });
  const { r, s, yParity } = parseTransaction(raw);
  return `${r}${s?.slice(2)}${yParity === 0 ? '1b' : '1c'}`;
}
/** Signs what was asked. */
export const honest = async (request: Received, { key, secret }: Own): Promise<Answer> =>
  proved(request, secret, { type: 'transaction.signed', signature: await signatureFor(request, key) });

/** What it may say instead, and what that comes to. */
export const lies: [string, typeof honest, string][] = [
  ['another nonce', (request, { key, secret }) => lie(request, secret, key, { nonce: 7 }), 'wrong_signature'],
  [
    'another fee',
    (request, { key, secret }) => lie(request, secret, key, { maxFeePerGas: 10n ** 12n }),
    'wrong_signature',
  ],
  ['another call', (request, { key, secret }) => lie(request, secret, key, { data: '0x' }), 'wrong_signature'],
  ['another key', (request, { secret }) => lie(request, secret, generatePrivateKey(), {}), 'wrong_signature'],
  [
    'a voucher’s answer',
    async (request, { secret }) => proved(request, secret, { type: 'voucher.refused', code: 'paused' }),
    'answer_unreadable',
  ],
  [
    'an answer without proof',
    async (request, own) => ({ ...(await honest(request, own)), headers: {} }),
    'answer_unproved',
  ],
];
async function lie(request: Received, secret: string, key: Hex, changed: object): Promise<Answer> {
  return proved(request, secret, { type: 'transaction.signed', signature: await signatureFor(request, key, changed) });
}
