import { z } from 'zod';
import type { SaidInDex3 } from '@/db/schema/doors';
import type { PayoutStatus } from '@/db/vocabulary/payouts';
import { exactNumber, shiftDecimal } from '@/lib/kernel/exact-json';
import { idPattern } from '@/lib/kernel/ids';
import type { DialectRules, Explanation, Message } from './dialect';
import { decimal, evmHash, namesOf, numeral, readBody, wordOrNumber } from './message';
import { marks, type PayoutFacts, payoutIn } from './payout-in';
import { digestHex, isHexOf, isSuccess, oneIsGood, quietly, secretPlace, sharedSecret } from './proof';

/** Dex3's payout webhook, first generation: https://docs.dex3.io. Flat, with the signature inside. */

export const dex3Status = {
  awaiting_approval: 'created',
  pending: 'created',
  processing: 'received',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'failed',
  expired: 'expired',
} as const satisfies Record<PayoutStatus, string>;

/** Dex3's ids have 30 letters and digits; ours have 26 behind their prefix. */
export const dex3IdOf = (payoutId: string) => `dex3${payoutId.slice('po_'.length)}`;

/** The payout that Dex3 would call this; null where it is the id of none. */
export function payoutIdOf(dex3Id: string): string | null {
  const id = dex3Id.replace(/^dex3/, 'po_');
  return dex3Id.startsWith('dex3') && idPattern('payout').test(id) ? id : null;
}

/** What a program said when it asked for a payout is told in its own words, so that it finds and signs what it knows. */
function told({ id }: PayoutFacts, said: SaidInDex3) {
  return { ...said, payout_id: dex3IdOf(id), amount: exactNumber(said.amount) };
}

const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);

/** Their `receiver_type` knows no "anyone": then it is the address that claimed, empty until the claim. */
function receiverOf({ recipient, transfer }: PayoutFacts) {
  if (recipient.email) return { receiver_type: 'email', receiver_value: recipient.email };
  return { receiver_type: 'address', receiver_value: recipient.address ?? transfer?.recipient ?? '' };
}

const signed = z.object({
  order_id: wordOrNumber,
  amount: z
    .string()
    .or(numeral)
    .pipe(z.string().regex(/^\d{1,60}(\.\d{1,60})?$/)),
  receiver_value: z.string().max(320),
  hash: z.string().max(66).nullish(),
});

/** SHA-256 over five values, one after another; a secret may be written `<merchant_public>:<merchant_private>`. */
function contentOf(body: string, merchantId: string, secret: string) {
  const fields = readBody(signed, body);
  if (!fields) return null;
  const [, merchantPublic = merchantId, merchantPrivate = secret] = /^([^:]*):(.*)$/s.exec(secret) ?? [];
  const open = [fields.order_id, merchantPublic, fields.amount, fields.receiver_value, fields.hash ?? ''].join('');
  return { open, proof: digestHex('sha256', open + merchantPrivate) };
}

const proofs = z.object({ signature: z.string().nullish(), signature_previous: z.string().nullish() });

function explain({ body }: Message, secret: string, { merchantId }: { merchantId: string }): Explanation | null {
  return quietly(() => {
    const content = contentOf(body, merchantId, secret);
    if (!content) return null;
    const given = readBody(proofs, body);
    return {
      signedContent: content.open + secretPlace,
      expected: { signature: content.proof },
      matches: oneIsGood([given?.signature, given?.signature_previous], (proof) => isHexOf(proof, content.proof)),
    };
  });
}

const message = z.object({
  order_id: wordOrNumber,
  payout_id: wordOrNumber.nullish(),
  status: z.enum(dex3Status).nullish(),
  amount: decimal,
  hash: evmHash,
});

export const dex3: DialectRules = {
  ...sharedSecret,
  subjects: ['payout'],
  defaultEvents: ['payout.completed'],

  render(event, target) {
    const payout = payoutIn(event);
    const { metadata } = payout;
    const body = JSON.stringify({
      payout_id: payout.id,
      order_id: payout.reference,
      productName: payout.description ?? payout.reference,
      amount: exactNumber(shiftDecimal(payout.amount, 2)),
      tokenName: payout.asset,
      ...receiverOf(payout),
      receiver: payout.transfer?.recipient ?? null,
      finalAmount: payout.status === 'completed' ? exactNumber(shiftDecimal(payout.net, 2)) : null,
      status: dex3Status[payout.status],
      hash: payout.transfer?.hash ?? null,
      expiration: seconds(payout.expires_at) - seconds(payout.created_at),
      created: seconds(payout.created_at),
      notes: Object.keys(metadata).length > 0 ? JSON.stringify(metadata) : null,
      ...(event.dex3 && told(payout, event.dex3)),
      ...marks(event),
    });
    return { method: 'POST', url: target, headers: { 'content-type': 'application/json' }, body };
  },

  sign(message, { secrets }, { merchantId }) {
    const names = ['signature', 'signature_previous'];
    const signatures = secrets.slice(0, 2).map((secret, index) => {
      const content = contentOf(message.body, merchantId, secret);
      if (!content) throw new Error('This body has nothing to sign');
      return `,"${names[index]}":"${content.proof}"`;
    });
    // Added as text, so that no number is read and written again.
    return { ...message, body: `${message.body.slice(0, -1)}${signatures.join('')}}` };
  },

  accepts: isSuccess,

  verify: (message, secret, facts) => explain(message, secret, facts)?.matches === true,

  explain,

  parse({ body }) {
    const said = readBody(message, body);
    if (!said) return null;
    const { order_id, hash, status = null, payout_id = null } = said;
    return {
      // Of what tells messages apart only these are signed, and a status can only be one of a few.
      key: [order_id, hash ?? '', status ?? ''].join(':'),
      type: 'payout',
      status,
      ...namesOf(payout_id, order_id),
      hash,
      amount: said.amount === null ? null : shiftDecimal(said.amount, -2),
    };
  },
};
