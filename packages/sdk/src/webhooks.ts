import { webCrypto } from './web-crypto.ts';
import type { Order, Payout, PulledEvent, WalletVerification } from './wire.ts';

type EventType = PulledEvent['type'];
type Told<Type extends EventType, Data> = {
  /** The same for every delivery of it: what you have seen under this id you have seen. */
  id: string;
  type: Type;
  timestamp: string;
  sequence?: number;
  /** A sample that a person sent by hand: nothing has happened. */
  test?: true;
  data: Data;
};

/** What the portal tells. A newer portal may tell of types that are not among these: let them pass. */
export type WebhookEvent =
  | Told<Exclude<EventType, `order.${string}` | 'wallet.verified'>, Payout>
  | Told<Extract<EventType, `order.${string}`>, Order>
  | Told<'wallet.verified', WalletVerification>;

/** This did not come from the portal, or not now, or was changed on its way: answer 401 and do nothing. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
  readonly reason:
    | 'headers_missing'
    | 'too_old'
    | 'too_early'
    | 'signature_wrong'
    | 'secret_malformed'
    | 'body_malformed';

  constructor(reason: WebhookError['reason'], words: string) {
    super(words);
    this.reason = reason;
  }
}

export type WebhookHeaders = Headers | Record<string, string | readonly string[] | undefined>;

function headerOf(headers: WebhookHeaders, name: string): string {
  const found = headers instanceof Headers ? headers.get(name) : headers[name];
  const text = Array.isArray(found) ? found.join(' ') : found;
  if (text) return String(text);
  throw new WebhookError('headers_missing', `There is no ${name} header.`);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

/** One kind never passes for the other: a shared secret checks signatures of `v1`, a public key those of `v1a`. */
type Checker = { mark: 'v1' | 'v1a'; key: CryptoKey };

const publicPrefix = 'whpk_';
const publicKeyBytes = 32;

async function importSecret({ subtle }: Crypto, secret: string): Promise<Checker> {
  const isPublic = secret.startsWith(publicPrefix);
  const bytes = bytesOf(isPublic ? secret.slice(publicPrefix.length) : secret.replace(/^whsec_/, ''));
  if (!bytes?.length || (isPublic && bytes.length !== publicKeyBytes)) {
    throw new WebhookError('secret_malformed', 'A secret is whsec_ and base64; a public key is whpk_ and base64.');
  }
  if (isPublic) return { mark: 'v1a', key: await subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']) };
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  return { mark: 'v1', key: await subtle.importKey('raw', bytes, hmac, false, ['verify']) };
}

function checkTime(timestamp: string, toleranceSeconds: number, now: number): void {
  const age = now / 1_000 - Number(timestamp);
  // Said so that a tolerance that is no number tolerates nothing.
  if (!/^\d+$/.test(timestamp) || !(age <= toleranceSeconds))
    throw new WebhookError('too_old', 'It was signed too long ago.');
  if (age < -toleranceSeconds) throw new WebhookError('too_early', 'It was signed in the future: check your clock.');
}

/** The portal signs with as many secrets as an endpoint has, which is fewer: more only keep us busy. */
const maxSignatures = 10;

async function isSigned(
  signed: Uint8Array<ArrayBuffer>,
  signatures: string,
  secrets: readonly string[],
): Promise<boolean> {
  const crypto = await webCrypto();
  const checkers = await Promise.all(secrets.map((secret) => importSecret(crypto, secret)));
  const given = signatures.split(' ').map((one) => one.split(','));
  // `verify` compares in constant time.
  const checks = checkers.flatMap(({ mark, key }) => {
    const own = given.filter(([kind]) => kind === mark).slice(0, maxSignatures);
    const bytes = own.flatMap(([_kind, text = '']) => bytesOf(text) ?? []);
    return bytes.map((one) => crypto.subtle.verify(key.algorithm.name, key, one, signed));
  });
  return (await Promise.all(checks)).includes(true);
}

/**
 * Checks a webhook by the rules of Standard Webhooks and gives its event. `secret`: the endpoint's own, or its public key. `body` is what came, byte for byte, before
 * anything parsed it. Several secrets: any of them will do, as while one is rotated. Throws WebhookError.
 */
export async function unwrap(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  options: { toleranceSeconds?: number; now?: number } = {},
): Promise<WebhookEvent> {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((part) =>
    headerOf(headers, `webhook-${part}`),
  );
  checkTime(timestamp ?? '', options.toleranceSeconds ?? 300, options.now ?? Date.now());
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(head.length + bytes.length);
  signed.set(head);
  signed.set(bytes, head.length);
  if (!(await isSigned(signed, signatures ?? '', [secret].flat()))) {
    throw new WebhookError('signature_wrong', 'No secret of yours signed this.');
  }
  try {
    return { ...JSON.parse(text), id };
  } catch {
    throw new WebhookError('body_malformed', 'It is signed, and is not JSON.');
  }
}
