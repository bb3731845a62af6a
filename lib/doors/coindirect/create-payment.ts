import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { requirePermission } from '@/lib/access/actor';
import { linkTokenOf } from '@/lib/dialects/coindirect-summary';
import { validate } from '@/lib/http/base/validate';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken } from '@/lib/kernel/secrets';
import { type CreatedPayoutAnswer, createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { evmAddress } from '@/lib/wire/atoms';
import type { CoindirectKey } from './authenticate';
import { chooseChain } from './choose-chain';
import { requireOwnMerchant } from './merchant-id';
import { type PaymentAnswer, presentPayment } from './present';
import type { Asked } from './resource';
import { type CreateBody, createBody, type Instruction } from './schema';
import { chainsOf, findMerchantName, insertCoindirectPayout } from './store';

/**
 * Makes a payout as Coindirect does: to an address it is sent at once, without one it waits for its recipient on the hosted
 * page. The merchant pays the fee on top, as there. Refuses: as `createPayout` does, by the names of Coindirect's fields.
 */
export async function createPayment(ctx: Context, asked: Asked, key: CoindirectKey | null): Promise<PaymentAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  const body = validate(createBody, asked.body, 'body');
  requireOwnMerchant(key, merchantId, body.merchantId);
  const asPayout = await payoutOf(ctx, merchantId, body);
  return makePayment(ctx, merchantId, key, (also, linkToken) => createPayout(ctx, asPayout, also, linkToken));
}

type Make = (
  also: (tx: Tx, made: CreatedPayoutAnswer) => Promise<void>,
  linkToken: string,
) => Promise<CreatedPayoutAnswer>;

/** Makes a payout in a way that is given, under a uuid of its own, and answers it. */
export async function makePayment(
  ctx: Context,
  merchantId: string,
  key: CoindirectKey | null,
  make: Make,
): Promise<PaymentAnswer> {
  const uuid = randomUUID();
  const linkToken = linkTokenOf(uuid);
  const facts = { uuid, merchantId, linkHash: hashToken(linkToken), createdAt: ctx.clock.now() };
  const payout = await make((tx, { id: payoutId }) => insertCoindirectPayout(tx, { ...facts, payoutId }), linkToken);
  const name = await findMerchantName(ctx.db, merchantId);
  const known = { uuid, merchantId: key?.settings.merchant_id, linked: true, payer: null, address: null };
  return presentPayment(payout, known, { id: merchantId, name });
}

/** A payout to a Coindirect wallet is none that we could make, and neither is one to an address of another kind of network. */
export function refuseUnknownWay(instruction: Instruction | null | undefined): void {
  const { code, address } = instruction ?? {};
  if (code && code !== 'crypto') {
    const detail = 'Only payouts to an address of a network are made here: code is crypto.';
    throw new Refusal('recipient_unsupported', { field: 'payOutDetails.code', detail });
  }
  if (typeof address !== 'string' || evmAddress.safeParse(address).success) return;
  const detail = 'Only addresses of Ethereum and networks like it are paid here.';
  throw new Refusal('address_refused', { field: 'payOutDetails.address', detail });
}

async function payoutOf(ctx: Context, merchantId: string, body: CreateBody) {
  const { amount, currency, payOutDetails, reference, returnUrl, expiryMinutes } = body;
  const { currency: wanted, protocol, address } = payOutDetails ?? {};
  const asset = wanted ?? currency;
  refuseUnknownWay(payOutDetails);
  const given = {
    ...(currency === asset ? { amount } : { display: { currency, amount } }),
    asset,
    chain: chooseChain(asset, protocol, await chainsOf(ctx.db, merchantId, asset)),
    recipient: address ? { type: 'wallet', address } : { type: 'anyone' },
    delivery: address ? 'send' : 'claim',
    reference,
    fee_payer: 'merchant',
    ...(returnUrl && { return_url: returnUrl }),
    ...(expiryMinutes && { expires_in: expiryMinutes * 60 }),
  };
  return validate(createPayoutBody, given, 'body');
}
