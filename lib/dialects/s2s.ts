import { z } from 'zod';
import { plainDecimal } from '@/lib/kernel/exact-json';
import type { DialectRules, EventToSend, Explanation, Message } from './dialect';
import { decimal, evmHash, maybe, namesOf, word } from './message';
import { payoutIn } from './payout-in';
import { digestHex, isHexOf, oneIsGood, quietly, secretPlace, sharedSecret } from './proof';
import { fillTemplate, metadataNames, parameterNames, placeholdersIn, signedNames } from './s2s-template';

export { templateFaults } from './s2s-template';

/** adjoe's server-to-server payout: a GET to an address with placeholders. https://docs.adjoe.io */

/** A UUID in the form of version 4 that is always the same for this payout. */
function transUuid(payoutId: string): string {
  const hex = digestHex('sha256', `s2s ${payoutId}`);
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
  return [...parts, hex.slice(20, 32)].join('-');
}

/** What each placeholder stands for; those without a value are empty. */
function valuesOf(event: EventToSend): (name: string) => string {
  const payout = payoutIn(event);
  const { metadata } = payout;
  const values = new Map<string, string>([
    ...Object.entries(metadata).map(([key, value]) => [`metadata.${key}`, value] as const),
    ...metadataNames.map((name) => [name, metadata[name] ?? ''] as const),
    ['trans_uuid', transUuid(payout.id)],
    ['user_uuid', metadata.user_uuid ?? payout.reference],
    ['currency', payout.asset],
    ['coin_amount', metadata.coin_amount ?? plainDecimal(payout.amount) ?? payout.amount],
    ['event', event.type],
    ['payout_id', payout.id],
    ['reference', payout.reference],
    ['status', payout.status],
    ['version', String(event.subject.version)],
    ['sequence', event.sequence === null ? '' : String(event.sequence)],
    ['amount', payout.amount],
    ['net', payout.net],
    ['hash', payout.transfer?.hash ?? ''],
  ]);
  return (name) => (values.get(name) ?? '').toWellFormed();
}

const sidOf = (content: string, secret: string) => digestHex('sha1', content + secret);

/** Strict where it can be: `sid` is made over values without anything between them. */
const signedShape = z.object({
  trans_uuid: z.guid(),
  user_uuid: word,
  currency: word,
  coin_amount: z.string().regex(/^(0|[1-9]\d{0,59})(\.\d{1,60})?$/),
  device_id: word.or(z.literal('')).default(''),
  sdk_app_id: word.or(z.literal('')).default(''),
});

/** The signed values and the proof; throws where one is missing or there twice. */
function readSigned(url: string, nameOf: (name: string) => string) {
  const query = new URL(url).searchParams;
  const one = (name: string) => {
    const [value, ...others] = query.getAll(nameOf(name));
    if (others.length > 0) throw new Error('A parameter is there twice');
    return value;
  };
  return {
    values: signedShape.parse(Object.fromEntries(signedNames.map((name) => [name, one(name)]))),
    proofs: [one('sid'), one('sid_previous')],
  };
}

function explain({ url }: Message, secret: string, { target }: { target?: string } = {}): Explanation | null {
  return quietly(() => {
    const names = parameterNames(target ?? '');
    const nameOf = (name: string) => names.get(name) ?? name;
    const { values, proofs } = readSigned(url, nameOf);
    const content = signedNames.map((name) => values[name]).join('');
    const expected = sidOf(content, secret);
    return {
      signedContent: content + secretPlace,
      expected: { [nameOf('sid')]: expected },
      matches: oneIsGood(proofs.filter(Boolean), (proof) => isHexOf(proof, expected)),
    };
  });
}

/** What a template of ours may add under the usual names. None of it is signed. */
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
  subjects: ['payout'],
  defaultEvents: ['payout.completed'],

  render(event, target) {
    const valueOfName = valuesOf(event);
    const shown = placeholdersIn(target);
    const isProof = (name: string) => name === 'sid' || name === 'sid_previous';
    const url = fillTemplate(target, (name) => (isProof(name) ? null : encodeURIComponent(valueOfName(name))));
    const mark = url.includes('?') ? '&test=1' : '?test=1';
    return {
      method: 'GET',
      url: event.test ? url + mark : url,
      headers: {},
      body: '',
      // What the receiver is not shown, it cannot hash.
      toSign: signedNames.map((name) => (shown.includes(name) ? valueOfName(name) : '')).join(''),
    };
  },

  sign({ toSign, ...message }, { secrets }) {
    if (toSign === undefined) throw new Error('Only a rendered message can be signed');
    const [sid = '', previous = ''] = secrets.map((secret) => sidOf(toSign, secret));
    // Values are percent-encoded: the braces that are left stood in the template.
    return { ...message, url: fillTemplate(message.url, (name) => (name === 'sid' ? sid : previous)) };
  },

  accepts: (status) => status === 200,

  verify: (message, secret) => explain(message, secret)?.matches === true,

  explain,

  parse({ url }) {
    return quietly(() => {
      const { values } = readSigned(url, (name) => name);
      const { event, status, payout_id, reference, hash, amount } = extras.parse(
        Object.fromEntries(new URL(url).searchParams),
      );
      return {
        // The only name in it that is signed.
        key: values.trans_uuid.toLowerCase(),
        type: event ?? 'payout',
        status,
        ...namesOf(payout_id, reference),
        hash,
        amount: amount ?? values.coin_amount,
      };
    });
  },
};
