const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** 128 bits in 26 letters: the last one holds three of them, so it is one of eight. */
const canonical = new RegExp(`^[${alphabet}]{25}[048cgmrw]$`);

export const idPrefixes = {
  business: 'bus',
  merchant: 'mer',
  vault: 'va',
  remoteSigner: 'rs',
  payout: 'po',
  quote: 'qu',
  order: 'or',
  transfer: 'tr',
  voucher: 'vo',
  attestation: 'at',
  verification: 'wv',
  posting: 'ps',
  event: 'ev',
  endpoint: 'we',
  delivery: 'de',
  source: 'src',
  mail: 'ml',
  view: 'vw',
  wallet: 'wa',
  signing: 'sg',
  approval: 'ap',
  reconciliation: 'rc',
  receipt: 're',
  difference: 'di',
  close: 'cl',
  apiKey: 'key',
  user: 'usr',
  invite: 'inv',
  session: 'ses',
  passkey: 'pk',
  code: 'cod',
  request: 'req',
  relayAccount: 'ra',
  relaySend: 'rs',
  relayedClaim: 'rl',
  gateway: 'gw',
  submission: 'gs',
  screening: 'sc',
  rewardSource: 'rws',
  reward: 'rw',
  redemption: 'rd',
  operatorLink: 'ol',
  operatorKey: 'ok',
  stop: 'st',
} as const;
export type IdKind = keyof typeof idPrefixes;

function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      text += alphabet[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}

function writeTime(bytes: Uint8Array, now: number): void {
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) & 0xff;
}

/** A new id: a prefix that says what it names, then 48 bits of time and 80 random bits, so that ids sort by age. */
export function newId(kind: IdKind, now: number = Date.now()): string {
  const bytes = new Uint8Array(16);
  crypto.getRandomValues(bytes);
  writeTime(bytes, now);
  return `${idPrefixes[kind]}_${base32(bytes)}`;
}

/** The last millisecond that 48 bits can tell. */
const lastTime = 2 ** 48 - 1;

/** The lowest id that can be made at this millisecond: what is made then or later is not below it. */
export function firstIdAt(kind: IdKind, now: number): string {
  const bytes = new Uint8Array(16);
  writeTime(bytes, Math.min(Math.max(now, 0), lastTime));
  return `${idPrefixes[kind]}_${base32(bytes)}`;
}

/** When an id was made: the milliseconds in its first 48 bits. */
export function timeOfId(id: string): Date {
  const letters = [...id.slice(id.indexOf('_') + 1).slice(0, 10)];
  const bits = letters.reduce((sum, letter) => sum * 32 + alphabet.indexOf(letter), 0);
  return new Date(Math.floor(bits / 4));
}

export function idPattern(kind: IdKind): RegExp {
  return new RegExp(`^${idPrefixes[kind]}_[${alphabet}]{26}$`);
}

/**
 * An id's 128 bits as a UUID, for systems that name things so; `idOfUuid` leads back. Its version digit is what the
 * bits say. Throws for what is none of our ids.
 */
export function uuidOf(id: string): string {
  const text = id.slice(id.indexOf('_') + 1);
  if (!canonical.test(text)) throw new Error('Only an id of ours has a UUID');
  let bits = 0n;
  for (const letter of text) bits = (bits << 5n) | BigInt(alphabet.indexOf(letter));
  const hex = (bits >> 2n).toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The id that `uuidOf` writes as this UUID; null where the text is no UUID. */
export function idOfUuid(kind: IdKind, uuid: string): string | null {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid)) return null;
  const bytes = Uint8Array.from(uuid.replaceAll('-', '').match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  return `${idPrefixes[kind]}_${base32(bytes)}`;
}
