import { z } from 'zod';
import { plainDecimal } from '@/lib/kernel/exact-json';
import type { DialectRules, EventToSend, Explanation, Message } from './dialect';
import { decimal, evmHash, maybe, namesOf, word } from './notice';
import { payoutIn } from './payout-in';
import { digestHex, isHexOf, matches, quietly, secretPlace, sharedSecret } from './proof';

/** adjoe's server-to-server payout: a GET to an address with placeholders. https://docs.adjoe.io */

/** What `sid` is made over, in this order, before the secret. */
const signedNames = ['trans_uuid', 'user_uuid', 'currency', 'coin_amount', 'device_id', 'sdk_app_id'] as const;
const mandatory = ['sid', 'trans_uuid', 'user_uuid', 'currency', 'coin_amount'];
/** Names of the seed's parameters that we fill from the payout's metadata. */
const fromMetadata = [
  ...['device_id', 'sdk_app_id', 'app_id', 'app_name', 'sdk_sub_id1', 'sdk_sub_id2', 'reward_level', 'reward_type'],
];
const own = ['event', 'payout_id', 'reference', 'status', 'version', 'sequence', 'amount', 'net', 'hash'];
const known = [...mandatory, 'sid_previous', ...fromMetadata, ...own];
const placeholder = /\{([^{}]*)\}/g;

const isKnown = (name: string) => known.includes(name) || /^metadata\..{1,40}$/su.test(name);

/** What is wrong with an address as a template, in words; nothing where it can be used. */
export function templateFaults(url: string): string[] {
  const query = /^[^?#]*\?([^#]*)$/.exec(url)?.[1];
  if (query === undefined || /[{}]|%7b|%7d/i.test(url.slice(0, url.length - query.length))) {
    return ['Placeholders belong in the query of the address, and it must not have a fragment.'];
  }
  const names = [...query.matchAll(placeholder)].map(([, name = '']) => decoded(name));
  const unknown = names.filter((name) => !isKnown(name)).map((name) => `{${name}} is not a placeholder that we know.`);
  const missing = mandatory.filter((name) => !names.includes(name)).map((name) => `{${name}} is missing.`);
  const stray = /[{}]/.test(query.replace(placeholder, '')) ? ['A brace stands alone.'] : [];
  return [...unknown, ...missing, ...stray];
}

/** A name as it was typed: saving an address writes some letters as %XX. */
function decoded(name: string): string {
  return quietly(() => decodeURIComponent(name)) ?? name;
}

/** A UUID in the form of version 4 that is always the same for this payout. */
function transUuid(payoutId: string): string {
  const hex = digestHex('sha256', `s2s ${payoutId}`);
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function valuesOf(event: EventToSend): (name: string) => string {
  const payout = payoutIn(event);
  const { metadata } = payout;
  const values = new Map<string, string>([
    ...Object.entries(metadata).map(([key, value]) => [`metadata.${key}`, value] as const),
    ...fromMetadata.map((name) => [name, metadata[name] ?? ''] as const),
    ['trans_uuid', transUuid(payout.id)],
    ['user_uuid', metadata.user_uuid ?? payout.reference],
    ['currency', payout.asset],
    ['coin_amount', metadata.coin_amount ?? plainDecimal(payout.amount) ?? payout.amount],
    ['event', event.type],
    ['payout_id', payout.id],
    ['reference', payout.reference],
    ['status', payout.status],
    ['version', String(event.payoutVersion)],
    ['sequence', event.sequence === null ? '' : String(event.sequence)],
    ['amount', payout.amount],
    ['net', payout.net],
    ['hash', payout.transfer?.hash ?? ''],
  ]);
  return (name) => values.get(name) ?? '';
}

const sidOf = (content: string, secret: string) => digestHex('sha1', content + secret);

/** The parameters by their usual names; null where a signed one is there twice or not at all. */
function signedIn(url: string): string | null {
  const query = new URL(url).searchParams;
  const once = (name: string) => query.getAll(name).length <= 1;
  const read = shape.safeParse(Object.fromEntries(query));
  if (!read.success || !signedNames.every(once) || !once('sid')) return null;
  return signedNames.map((name) => read.data[name]).join('');
}

/** Strict where it can be: the signature is made over values without anything between them. */
const shape = z.object({
  trans_uuid: z.guid(),
  user_uuid: word,
  currency: word,
  coin_amount: z.string().regex(/^(0|[1-9]\d{0,59})(\.\d{1,60})?$/),
  device_id: word.or(z.literal('')).default(''),
  sdk_app_id: word.or(z.literal('')).default(''),
});

function explain({ url }: Message, secret: string): Explanation | null {
  return quietly(() => {
    const content = signedIn(url);
    if (content === null) return null;
    const expected = sidOf(content, secret);
    const given = new URL(url).searchParams.get('sid');
    return {
      signedContent: content + secretPlace,
      expected: { sid: expected },
      matches: given ? isHexOf(given, expected) : null,
    };
  });
}

const extras = z.object({
  event: maybe,
  status: maybe,
  payout_id: maybe,
  reference: maybe,
  hash: evmHash,
  amount: decimal,
});

export const s2s: DialectRules = {
  ...sharedSecret,
  defaultEvents: ['payout.completed'],

  render(event, target) {
    const fill = valuesOf(event);
    const names = [...target.matchAll(placeholder)].map(([, name = '']) => decoded(name));
    const filled = target.replace(placeholder, (all, name: string) =>
      name === 'sid' || name === 'sid_previous' ? all : encodeURIComponent(fill(decoded(name))),
    );
    const always: readonly string[] = mandatory;
    return {
      method: 'GET',
      url: event.test ? `${filled}&test=1` : filled,
      headers: {},
      body: '',
      // What the receiver is not shown, it cannot hash.
      toSign: signedNames.map((name) => (always.includes(name) || names.includes(name) ? fill(name) : '')).join(''),
    };
  },

  sign({ toSign, ...message }, { secrets }) {
    if (toSign === undefined) throw new Error('Only a rendered message can be signed');
    const [sid = '', previous = ''] = secrets.map((secret) => sidOf(toSign, secret));
    // Values are percent-encoded: no brace is left that did not stand in the template.
    const url = message.url.replaceAll('{sid}', sid).replaceAll('{sid_previous}', previous);
    return { ...message, url };
  },

  accepts: (status) => status === 200,

  verify: (message, secret) => matches(explain(message, secret)),

  explain,

  parse({ url }) {
    return quietly(() => {
      const query = Object.fromEntries(new URL(url).searchParams);
      const { trans_uuid, coin_amount } = shape.parse(query);
      const { event, status, payout_id, reference, hash, amount } = extras.parse(query);
      return {
        // The only name in it that is signed.
        key: trans_uuid.toLowerCase(),
        type: event ?? 'payout',
        status,
        ...namesOf(payout_id, reference),
        hash,
        amount: amount ?? coin_amount,
      };
    });
  },
};
