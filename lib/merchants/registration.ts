import type { Queryable, Tx } from '@/db/client';
import type { MerchantMode } from '@/db/vocabulary/merchants';
import { type Context, requirePermission, requireUser } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { countOwned, findRole } from '@/lib/access/people-store';
import { lookAt } from '@/lib/access/sessions/look-at';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { getInstallation } from '@/lib/operators/store';
import { writeMerchant } from './create-merchant';
import type { StartingLimits } from './registration-store';
import type { BusinessBody, MadeBusiness } from './schema';
import { findTwin, insertBusiness, isSuspended, lockBusiness, lockMerchant, setBusiness } from './store';

/** Until an operator has looked at a merchant that registered itself. */
export function startingLimits(): StartingLimits {
  return { payoutsPerDay: env.REGISTERED_PAYOUTS_PER_DAY, coinsPerPayout: env.REGISTERED_COINS_PER_PAYOUT };
}

const closed = () =>
  new Refusal('registration_closed', {
    detail: 'The operators of this portal make businesses themselves. Ask them for yours.',
  });

/** Whether a person may make a business here by themselves. */
export async function isRegistrationOpen({ db }: { db: Queryable }): Promise<boolean> {
  return (await getInstallation(db)).selfRegistration;
}

async function requireOpen(db: Queryable): Promise<void> {
  if (!(await isRegistrationOpen({ db }))) throw closed();
}

/**
 * Makes a business for a person who is signed in, with them as its owner, and shows it to them. It begins with limits.
 * Refuses: registration_closed.
 */
export async function registerBusiness(ctx: Context, { name, mode }: BusinessBody): Promise<MadeBusiness> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new Refusal('signed_out', { detail: 'Please sign in.' });
  const { userId, sessionId } = actor;
  await requireOpen(ctx.db);
  return ctx.db.transaction(async (tx) => {
    const most = env.REGISTERED_MERCHANTS_PER_PERSON;
    if ((await countOwned(tx, userId)) >= most) {
      const detail = `You own ${most} merchants here already. Ask the operators of this portal for another one.`;
      throw new Refusal('registration_closed', { detail });
    }
    const wanted = { name, mode, owner: { userId }, selfRegistered: true, limits: startingLimits() };
    const { merchantId } = await writeMerchant(tx, ctx, wanted);
    await lookAt(tx, sessionId, merchantId);
    return { merchant_id: merchantId };
  });
}

/** The business of a merchant, made where it is from before there were businesses. */
async function businessOf(tx: Tx, ctx: Context, merchant: { id: string; businessId: string | null }) {
  if (merchant.businessId) {
    const known = await lockBusiness(tx, merchant.businessId);
    if (known) return known;
  }
  const now = ctx.clock.now();
  const made = { id: newId('business', now.getTime()), selfRegistered: false, createdAt: now };
  await insertBusiness(tx, made);
  await setBusiness(tx, merchant.id, made.id);
  return made;
}

/**
 * Opens the business's merchant of the other mode, with the owner who asks as its owner, and shows it to them. It has keys,
 * vaults, books and a team of its own. With real money only where businesses may be made by oneself. Twice is once.
 * Refuses: merchant_suspended, registration_closed, forbidden, step-up.
 */
export async function openTwin(ctx: Context): Promise<MadeBusiness> {
  const { merchantId } = requirePermission(ctx, 'team:write');
  requireStepUp(ctx);
  const { userId, sessionId } = requireUser(ctx);
  return ctx.db.transaction(async (tx) => {
    const merchant = await lockMerchant(tx, merchantId);
    if (!merchant) throw new Refusal('not_found');
    const business = await businessOf(tx, ctx, merchant);
    const mode: MerchantMode = merchant.testMode ? 'live' : 'test';
    if (merchant.closingSince || (await isSuspended(tx, merchantId)))
      throw new Refusal('merchant_suspended', {
        detail: 'It is suspended or being closed: ask the operators of this portal.',
      });
    const known = await findTwin(tx, { businessId: business.id, testMode: mode === 'test' });
    if (known && !(await findRole(tx, known.id, userId))) {
      const detail = `Your business has its ${mode} merchant already. Ask one of its owners to invite you.`;
      throw new Refusal('forbidden', { detail });
    }
    if (!known && mode === 'live') await requireOpen(tx);
    // No operator has looked at who pays with real money here, also where one made the test merchant.
    const limits = business.selfRegistered || mode === 'live' ? startingLimits() : undefined;
    const wanted = { name: merchant.name, mode, owner: { userId }, businessId: business.id, limits };
    const twin = known?.id ?? (await writeMerchant(tx, ctx, wanted)).merchantId;
    if (!known) {
      const line = { merchantId, action: 'merchant.twin_opened', subjectId: twin, now: ctx.clock.now() };
      await audit(tx, ctx, { ...line, after: { mode } });
    }
    await lookAt(tx, sessionId, twin);
    return { merchant_id: twin };
  });
}
