import { createSender, type Outcome, type Sender } from '@/lib/outgoing/send';
import { operatorRules } from '@/lib/outgoing/target-url';
import type { GatewayAnswer } from './classify';

/** Where a merchant's gateway is and what lets us in: the pages' login for payouts, the key for balances and rows. */
export type GatewayAccess = {
  merchantId: string;
  /** Origin, and a path where it lies below one; no slash at its end. */
  url: string;
  username: string;
  password: string;
  apiKey: string;
};

/** One payout as it is handed in. `amount` is plain decimal text; `externalId` is used once, ever. */
export type GatewayPayout = {
  crypto: string;
  externalId: string;
  amount: string;
  destination: string;
  callbackUrl: string | null;
};

/** Longer than the server waits for its wallet (10 s), so that its own words arrive. */
const timeoutMs = 20_000;
const keepBytes = 65_536;

/** What arrives twice may be paid twice: each request goes out once, over a connection of its own. */
const sender: Sender = createSender({ rules: operatorRules, timeoutMs, once: true, keepBytes });

/** A shorter one may be any word of an answer. */
const minSecretChars = 8;

/** The outcome without what lets us in: answers are kept and shown, and some servers answer with what they were asked. */
function answerOf(access: GatewayAccess, { status, answer, error, unconnected, headers }: Outcome): GatewayAnswer {
  const secrets = [basic(access).slice(6), access.password, access.apiKey].filter(
    (one) => one.length >= minSecretChars,
  );
  const body = secrets.reduce<string | null>((text, secret) => text?.replaceAll(secret, '…') ?? null, answer);
  return { status, body, error, unconnected, location: headers.location ?? null };
}

const basic = ({ username, password }: GatewayAccess) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

async function read(access: GatewayAccess, path: string, headers: Record<string, string>): Promise<GatewayAnswer> {
  const url = access.url + path;
  return answerOf(access, await sender.send({ method: 'GET', url, headers, body: '' }, access.merchantId));
}

const byKey = (access: GatewayAccess, path: string) => read(access, path, { 'x-shkeeper-api-key': access.apiKey });
const byLogin = (access: GatewayAccess, path: string) => read(access, path, { authorization: basic(access) });
const api = (crypto: string, rest: string) => `/api/v1/${encodeURIComponent(crypto)}/${rest}`;

/** Hands in one payout, once, even if no answer comes: what the answer proves says `classifySubmission`. */
export async function submitPayout(access: GatewayAccess, payout: GatewayPayout): Promise<GatewayAnswer> {
  const { crypto, externalId, amount, destination, callbackUrl } = payout;
  const body = JSON.stringify({
    ...{ amount, destination, fee: '0', external_id: externalId },
    ...(callbackUrl && { callback_url: callbackUrl }),
  });
  const headers = { authorization: basic(access), 'content-type': 'application/json' };
  const url = access.url + api(crypto, 'payout');
  return answerOf(access, await sender.send({ method: 'POST', url, headers, body }, access.merchantId));
}

/** Asks for a payout that cannot be paid, without a fee, to see what this login may do. */
export async function askForNothing(
  access: GatewayAccess,
  { crypto, amount, destination }: Pick<GatewayPayout, 'crypto' | 'amount' | 'destination'>,
): Promise<GatewayAnswer> {
  const headers = { authorization: basic(access), 'content-type': 'application/json' };
  const url = access.url + api(crypto, 'payout');
  const body = JSON.stringify({ amount, destination });
  return answerOf(access, await sender.send({ method: 'POST', url, headers, body }, access.merchantId));
}

export function readTaskOf(access: GatewayAccess, crypto: string, taskId: string): Promise<GatewayAnswer> {
  return byLogin(access, api(crypto, `task/${encodeURIComponent(taskId)}`));
}

export function readRowOf(access: GatewayAccess, crypto: string, externalId: string): Promise<GatewayAnswer> {
  return byKey(access, api(crypto, `payout/status?external_id=${encodeURIComponent(externalId)}`));
}

export function readBalanceOf(access: GatewayAccess, crypto: string): Promise<GatewayAnswer> {
  return byKey(access, api(crypto, 'balance'));
}

export function readHotWalletOf(access: GatewayAccess, crypto: string): Promise<GatewayAnswer> {
  return byKey(access, api(crypto, 'fee-deposit-address'));
}

/** The names of all that the gateway pays; the only thing that it tells to anybody. */
export function readCryptos(access: GatewayAccess): Promise<GatewayAnswer> {
  return read(access, '/api/v1/crypto', {});
}
