import { randomUUID } from 'node:crypto';
import type { Context } from '@/lib/access/actor';
import { requirePermission } from '@/lib/access/actor';
import { linkTokenOf } from '@/lib/dialects/coindirect-summary';
import { validate } from '@/lib/http/base/validate';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken } from '@/lib/kernel/secrets';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { evmAddress } from '@/lib/wire/atoms';
import type { CoindirectKey } from './authenticate';
import { chooseChain } from './choose-chain';
import { requireOwnMerchant } from './merchant-id';
import { type PaymentAnswer, presentPayment } from './present';
import type { Asked } from './resource';
import { type CreateBody, createBody } from './schema';
import { chainsOf, findMerchantName, insertCoindirectPayout } from './store';

/**
 * Makes a payout as Coindirect does: to an address it is sent at once, without one it waits for its recipient on the hosted
 * page. The merchant pays the fee on top, as there. Refuses: as `createPayout` does, by the names of Coindirect's fields.
 */
export async function createPayment(ctx: Context, asked: Asked, key: CoindirectKey | null): Promise<PaymentAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  const body = validate(createBody, asked.body, 'body');
  requireOwnMerchant(key, merchantId, body.merchantId);
  const uuid = randomUUID();
  const linkToken = linkTokenOf(uuid);
  const facts = { uuid, merchantId, linkHash: hashToken(linkToken), createdAt: ctx.clock.now() };
  const payout = await createPayout(
    ctx,
    await payoutOf(ctx, merchantId, body),
    (tx, { id: payoutId }) => insertCoindirectPayout(tx, { ...facts, payoutId }),
    linkToken,
  );
  const name = await findMerchantName(ctx.db, merchantId);
  return presentPayment(payout, { uuid, linked: true, payer: null, address: null }, { id: merchantId, name });
}

/** A payout to a Coindirect wallet, and one in a currency that is none of its own, are none that we could make. */
function refuseUnknownWay({ payOutDetails, currency }: CreateBody, asset: string): void {
  const { code, address } = payOutDetails ?? {};
  if (code && code !== 'crypto') {
    const detail = 'Only payouts to an address of a network are made here: code is crypto.';
    throw new Refusal('recipient_unsupported', { field: 'payOutDetails.code', detail });
  }
  if (typeof address === 'string' && !evmAddress.safeParse(address).success) {
    const detail = 'Only addresses of Ethereum and networks like it are paid here.';
    throw new Refusal('address_refused', { field: 'payOutDetails.address', detail });
  }
  if (currency === asset) return;
  throw new Refusal('asset_unavailable', { field: 'currency', detail: `${asset} is paid out in its own amount.` });
}

async function payoutOf(ctx: Context, merchantId: string, body: CreateBody) {
  const { amount, currency, payOutDetails, reference, returnUrl, expiryMinutes } = body;
  const { currency: wanted, protocol, address } = payOutDetails ?? {};
  const asset = wanted ?? currency;
  refuseUnknownWay(body, asset);
  const given = {
    amount,
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
