const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

export const idPrefixes = {
  merchant: 'mer',
  vault: 'va',
  payout: 'po',
  transfer: 'tr',
  voucher: 'vo',
  posting: 'ps',
  event: 'ev',
  endpoint: 'we',
  delivery: 'de',
  source: 'src',
  mail: 'ml',
  apiKey: 'key',
  request: 'req',
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

/** A new id: a prefix that says what it names, then 48 bits of time and 80 random bits, so that ids sort by age. */
export function newId(kind: IdKind, now: number = Date.now()): string {
  const bytes = new Uint8Array(16);
  crypto.getRandomValues(bytes);
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) & 0xff;
  return `${idPrefixes[kind]}_${base32(bytes)}`;
}

export function idPattern(kind: IdKind): RegExp {
  return new RegExp(`^${idPrefixes[kind]}_[${alphabet}]{26}$`);
}
