import type { z } from 'zod';
import type { SaidInDex3 } from '@/db/schema/doors';
import type { Context } from '@/lib/access/actor';
import { dex3IdOf } from '@/lib/dialects/dex3';
import type { DoorKey } from '@/lib/doors/keys/find';
import { Refusal } from '@/lib/kernel/errors';
import { shiftDecimal } from '@/lib/kernel/exact-json';
import { hashToken } from '@/lib/kernel/secrets';
import { type CreatePayoutBody, createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { mannerOf } from '@/lib/rates/currencies';
import { checkAddress } from '@/lib/webhooks/endpoints/check-address';
import { openForKey } from '@/lib/webhooks/endpoints/open-for-key';
import { asFormError, FormError, faultAt, readForm } from './errors';
import { createBody, createBodyV2, isSecond, secondsOf } from './schema';
import { signatureOf } from './sign';
import { insertDex3Payout } from './store';

export type Asked = Readonly<Record<string, unknown>>;
type First = z.output<typeof createBody>;
type Second = z.output<typeof createBodyV2>;

/** A form of either generation, as one. `amount`: decimal text of dollars, or of the asset where `inUsd` is false. */
type Form = Pick<First, 'order_id' | 'webhook' | 'success_redirect' | 'cancel_redirect' | 'notes'> & {
  amount: string;
  inUsd: boolean;
  expiration: number;
  description: string | undefined;
  recipient: { type: 'wallet'; address: string } | { type: 'email'; email: string };
  fee_payer: 'merchant' | 'recipient';
};

export function readCreate(asked: Asked): Form {
  return isSecond(asked) ? formOfSecond(readForm(createBodyV2, asked)) : formOfFirst(readForm(createBody, asked));
}

const recipientOf = (type: 'address' | 'email', value: string): Form['recipient'] =>
  type === 'address' ? { type: 'wallet', address: value } : { type: 'email', email: value };

function formOfFirst({ productName, amount, receiver_type, receiver_value, ...form }: First): Form {
  return {
    ...form,
    ...{ amount: shiftDecimal(amount, -2), inUsd: true, description: productName },
    recipient: recipientOf(receiver_type, receiver_value),
    fee_payer: 'recipient',
  };
}

function formOfSecond({
  order_amount,
  is_order_usd,
  order_name,
  receiver,
  fee_payer,
  expiration,
  ...form
}: Second): Form {
  return {
    ...form,
    ...{ amount: order_amount, inUsd: is_order_usd === 'true', description: order_name, expiration: expiration ?? 0 },
    recipient: recipientOf(kindOf(receiver), receiver),
    fee_payer: fee_payer === 'merchant' ? 'merchant' : 'recipient',
  };
}

const kindOf = (receiver: string) => (receiver.includes('@') ? 'email' : 'address');

/** As it came, in the words of the first generation, which are those of the webhook. */
function saidOf(asked: Asked, form: Form): SaidInDex3 {
  const receiver = String(asked.receiver_value ?? asked.receiver);
  return {
    order_id: String(asked.order_id),
    productName: String(asked.productName ?? asked.order_name ?? asked.order_id),
    amount: shiftDecimal(form.amount, 2),
    receiver_type: kindOf(receiver),
    receiver_value: receiver,
    expiration: form.expiration,
    notes: form.notes === undefined ? null : String(asked.notes),
  };
}

const maxReference = 120;

/** Their order ids may be longer than our references: then it is a hash of them, so that each still counts once. */
const referenceOf = (orderId: string) => (orderId.length <= maxReference ? orderId : `dex3-${hashToken(orderId)}`);

/** Their notes are JSON text: where it is an object of texts, our pages and webhooks show it, too. */
function metadataOf(notes: string | undefined): Record<string, string> {
  try {
    return createPayoutBody.shape.metadata.catch({}).parse(JSON.parse(notes ?? '{}'));
  } catch {
    return {};
  }
}

/** A dollar is one of a stable asset, to the last digit; of another it would take a rate. */
function refuseWithoutRate(asset: string, inUsd: boolean): void {
  if (!inUsd || mannerOf(asset).kind === 'stable') return;
  const detail = `The asset of this key is ${asset}, which is no dollar: name the amount in it, or make a key whose asset is one.`;
  throw new Refusal('asset_unavailable', { detail });
}

function bodyOf(form: Form, { chain, asset }: DoorKey<'dex3'>['settings']): CreatePayoutBody {
  return createPayoutBody.parse({
    ...{ amount: form.amount, asset, chain, recipient: form.recipient, fee_payer: form.fee_payer },
    ...{ reference: referenceOf(form.order_id), description: form.description },
    ...{ return_url: form.success_redirect, cancel_url: form.cancel_redirect },
    ...{ expires_in: secondsOf(form.expiration), metadata: metadataOf(form.notes) },
  });
}

/**
 * Makes a payout that its recipient claims by the link in the answer. An order id counts once, and so does a signature: a second
 * one is refused, also when both come at once.
 */
export async function create(ctx: Context, key: DoorKey<'dex3'>, asked: Asked, form: Form) {
  refuseWithoutRate(key.settings.asset, form.inUsd);
  const { merchantId, keyId } = key.actor;
  const signatureHash = hashToken(signatureOf(asked, key, isSecond(asked)).toString('hex'));
  try {
    const webhook = form.webhook === undefined ? null : await checkAddress(merchantId, 'dex3', form.webhook);
    const made = await createPayout(ctx, bodyOf(form, key.settings), async (tx, { id }) => {
      const row = { payoutId: id, merchantId, keyId, signatureHash, webhook, said: saidOf(asked, form) };
      if (!(await insertDex3Payout(tx, row))) throw new FormError(faultAt('signature', 'was used for another payout'));
      if (webhook === null) return;
      const secret = `${key.publicId}:${key.secret}`;
      const description = `Payouts of the Dex3 key ${key.publicId}, each at the address that it named`;
      await openForKey(tx, ctx, { merchantId, keyId, dialect: 'dex3', secret, url: webhook, description });
    });
    return { payout_id: dex3IdOf(made.id), link: made.claim_url };
  } catch (error) {
    throw error instanceof Refusal ? asFormError(error, isSecond(asked)) : error;
  }
}
