import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { auditOperator } from '@/lib/operators/audit-operator';
import {
  mayOperate,
  type OperatorOrKey,
  requireOperator,
  requireOperatorStepUp,
} from '@/lib/operators/require-operator';
import { presentStop } from './list-stops';
import type { LiftBody, StopAnswer, StopBody } from './schema';
import { insertStop, isAsset, isClosed, isMerchant, lockStops, markLifted, type Stop, stirAll } from './store';

/**
 * From the moment this answers nothing in the scope is signed or sent: it has waited for what was deciding to. What was signed
 * before may still reach the network. Refuses: forbidden, not_found, stop_state, step-up.
 */
export async function stop(ctx: Context, body: StopBody): Promise<StopAnswer> {
  const by = nameOf(requireOperator(ctx, 'stops:write'));
  requireOperatorStepUp(ctx);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    if (body.scope === 'merchant' && !(await isMerchant(tx, body.merchant_id))) {
      throw new Refusal('not_found', { detail: `There is no merchant ${body.merchant_id}.` });
    }
    if (body.scope === 'token' && !(await isAsset(tx, body.asset))) {
      throw new Refusal('not_found', { detail: `There is no token ${body.asset}.` });
    }
    await lockStops(tx);
    const row = { id: newId('stop', now.getTime()), reason: body.reason, since: now, ...by };
    const made = await insertStop(tx, { ...row, scope: body.scope, ...valueIn(body) });
    if (!made) throw new Refusal('stop_state', { detail: 'The same is stopped already.' });
    await note(tx, ctx, made, 'stop.made', now);
    return presentStop(made);
  });
}

/**
 * What waited goes on by itself; of a merchant that is closed nothing does. What another operator stopped is lifted by who may lift anything.
 * Refuses: forbidden, stop_state, step-up.
 */
export async function lift(ctx: Context, id: string, { reason: liftReason }: LiftBody): Promise<StopAnswer> {
  const actor = requireOperator(ctx, 'stops:write');
  requireOperatorStepUp(ctx);
  const { byKind: liftedByKind, byId: liftedById } = nameOf(actor);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await lockStops(tx);
    const lifted = await markLifted(tx, id, { liftedAt: now, liftedByKind, liftedById, liftReason });
    if (!lifted) throw new Refusal('stop_state', { detail: 'There is no such stop, or it is lifted.' });
    if (lifted.merchantId && (await isClosed(tx, lifted.merchantId))) {
      throw new Refusal('stop_state', { detail: 'This merchant is closed: nothing of it is signed or sent any more.' });
    }
    const isOwn = lifted.byKind === liftedByKind && lifted.byId === liftedById;
    if (!isOwn && !mayOperate(actor, 'stops:lift')) {
      throw new Refusal('forbidden', { detail: 'Another operator stopped this. An admin can lift it.' });
    }
    await note(tx, ctx, lifted, 'stop.lifted', now);
    await stirAll(tx);
    return presentStop(lifted);
  });
}

function valueIn(body: StopBody) {
  switch (body.scope) {
    case 'installation':
      return {};
    case 'chain':
      return { chain: body.chain };
    case 'rail':
      return { rail: body.rail };
    case 'merchant':
      return { merchantId: body.merchant_id, suspends: body.suspends ?? false };
    case 'token':
      return { asset: body.asset };
  }
}

/** Of a merchant that is closed: by whom it was, or by the worker. The caller holds the lock of the stops. */
export async function stopForGood(tx: Tx, { actor, clock }: Context, merchantId: string): Promise<void> {
  const now = clock.now();
  const isPerson = actor.kind === 'operator' || actor.kind === 'operator_key';
  const by = isPerson ? nameOf(actor) : { byKind: 'system' as const, byId: 'close merchants' };
  const row = { id: newId('stop', now.getTime()), reason: 'The merchant is closed.', since: now, ...by };
  await insertStop(tx, { ...row, scope: 'merchant', merchantId, suspends: true });
}

/** Of a token that is not what it was, until an operator has looked at it and lifts this. Nothing where it is stopped already. */
export async function stopToken(
  tx: Tx,
  ctx: Context,
  { asset, reason }: { asset: string; reason: string },
): Promise<void> {
  const now = ctx.clock.now();
  await lockStops(tx);
  const row = {
    id: newId('stop', now.getTime()),
    reason,
    since: now,
    byKind: 'system' as const,
    byId: 'look at tokens',
  };
  const made = await insertStop(tx, { ...row, scope: 'token', asset });
  if (made) await note(tx, ctx, made, 'stop.made', now);
}

function nameOf(actor: OperatorOrKey) {
  return { byKind: actor.kind, byId: actor.kind === 'operator' ? actor.userId : actor.keyId };
}

/** What concerns one merchant alone is in its own audit, too; why is the operators' own. */
async function note(tx: Tx, ctx: Context, stop: Stop, action: 'stop.made' | 'stop.lifted', now: Date): Promise<void> {
  const { id: subjectId, merchantId, suspends } = stop;
  const { scope, value, reason, lifted } = presentStop(stop);
  await auditOperator(tx, ctx, {
    action,
    subjectId,
    detail: { scope, value, suspends, words: lifted?.reason ?? reason },
    now,
  });
  if (merchantId) await audit(tx, ctx, { merchantId, action, subjectId, detail: { suspends }, now });
}
