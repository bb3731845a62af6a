import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import { seal, unseal } from '@/lib/kernel/secrets';
import { changeSourceSecret } from '@/lib/sources/replace-secret';
import { findSource } from '@/lib/sources/store';
import { accessOf } from './access';
import { checkGateway } from './check';
import { ownGateway } from './gateways';
import { presentGateway } from './present';
import type { GatewayAnswer, UpdateGatewayBody } from './schema';
import { type Gateway, lockGateway, selectAssetsOf, updateGatewayRow } from './store';

/** For so long a callback may still be signed with the secret before. */
const overlapSeconds = 86_400;

/**
 * Changes what lets us in, after the gateway took it as it took the one before; it is tried again at once. Callbacks are
 * heard under the new secret and, for a day, under the former. Refuses: not_found, gateway_*, chain_unavailable, step-up.
 */
export async function updateGateway(ctx: Context, id: string, body: UpdateGatewayBody): Promise<GatewayAnswer> {
  const { merchantId } = requirePermission(ctx, 'gateways:write');
  requireStepUp(ctx);
  const seen = await ownGateway(ctx, merchantId, id);
  if (seen.state !== 'active') throw new Refusal('gateway_state', { detail: 'It is disabled, and stays so.' });
  const before = accessOf(seen);
  const { username = before.username, password = before.password, api_key: apiKey = before.apiKey } = body;
  const assets = await selectAssetsOf(ctx.db, [id]);
  const wanted = assets.map(({ chain, symbol: asset, crypto }) => ({ chain, asset, crypto }));
  const found = await checkGateway({ ...before, username, password, apiKey }, wanted);
  const moved = assets.find(({ wallet }, index) => found[index]?.wallet !== wallet);
  if (moved) {
    const detail = `It pays ${moved.symbol} from another wallet now. Disable it, and set up another one.`;
    throw new Refusal('gateway_state', { detail });
  }
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const gateway = await lockGateway(tx, merchantId, id);
    if (gateway?.updatedAt.getTime() !== seen.updatedAt.getTime()) {
      throw new Refusal('gateway_state', { detail: 'It was changed meanwhile. Nothing has changed by this.' });
    }
    await changeCallbackSecret(tx, ctx, gateway, before.apiKey, body);
    const works = { fault: null, faultWords: null, faultSince: null, nextTryAt: now };
    const set = { username, password: seal(password, id), apiKey: seal(apiKey, id), ...works };
    const changed = await updateGatewayRow(tx, gateway, set, now);
    const detail = { changed: Object.keys(body).join(', ') };
    await audit(tx, ctx, { merchantId, action: 'gateway.changed', subjectId: id, detail, now });
    return presentGateway(changed ?? gateway, assets);
  });
}

/** Where the key signs the callbacks, another key does so from now on. */
async function changeCallbackSecret(
  tx: Tx,
  ctx: Context,
  { merchantId, sourceId }: Gateway,
  formerKey: string,
  body: UpdateGatewayBody,
): Promise<void> {
  const source = await findSource(tx, merchantId, sourceId);
  if (!source) return;
  const isByKey = unseal(source.secret, source.id) === formerKey;
  const secret = body.callback_secret ?? (isByKey ? body.api_key : undefined);
  if (secret !== undefined) await changeSourceSecret(tx, ctx, source, { secret, overlapSeconds });
}
