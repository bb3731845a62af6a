import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { checkTarget, operatorRules, rulesOf } from '@/lib/outgoing/target-url';
import { addSource } from '@/lib/sources/create';
import { lockMerchant } from '@/lib/webhooks/endpoints/endpoint-store';
import { type CheckedAsset, checkGateway, readWanted } from './check';
import { presentGateway } from './present';
import type { CreateGatewayBody, GatewayAnswer, GatewayList } from './schema';
import {
  endAssets,
  findGateway,
  findGatewayByRequest,
  findGatewayFor,
  type Gateway,
  insertGateway,
  lockGateway,
  selectAssetsOf,
  selectGateways,
  updateGatewayRow,
} from './store';
import { takeWallets } from './take-wallet';

const gatewaysPerMerchant = 20;
/** As long as the API keeps its answers: after that the same Idempotency-Key means another request. */
const requestKeyDays = 30;

/** The address of the server without what a copied page address may end in. */
async function serverAt(text: string, merchantId: string): Promise<string> {
  const url = await checkTarget(text, rulesOf(merchantId, operatorRules));
  if (url.search || url.hash) {
    throw new Refusal('target_refused', { field: 'url', detail: 'It must have no query and no fragment.' });
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/**
 * Sets a gateway up once it was seen to answer, to take this login as an admin's and this key, and to pay these assets from a
 * hot wallet that we read. Nothing is sent for that. Refuses: target_refused, gateway_*, asset_unavailable, hot_wallet_taken,
 * chain_unavailable, step-up.
 */
export async function createGateway(ctx: Context, body: CreateGatewayBody): Promise<GatewayAnswer> {
  const { merchantId } = requirePermission(ctx, 'gateways:write');
  requireStepUp(ctx);
  readWanted(body.assets);
  const url = await serverAt(body.url, merchantId);
  const { username, password, api_key: apiKey } = body;
  const assets = await checkGateway({ merchantId, url, username, password, apiKey }, body.assets);
  const { requestKey } = ctx;
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    const since = addSeconds(now, -requestKeyDays * 86_400);
    const earlier = requestKey ? await findGatewayByRequest(tx, { merchantId, requestKey, since }) : null;
    if (earlier) return presentGateway(earlier, await selectAssetsOf(tx, [earlier.id]));
    await refuseInTheWay(tx, merchantId, assets, now);
    const { host } = new URL(url);
    const secret = body.callback_secret ?? apiKey;
    const description = `Gateway ${host}`.slice(0, 200);
    const source = await addSource(tx, ctx, { merchantId, dialect: body.kind, description, secret });
    const row = rowOf(ctx, merchantId, { ...body, url }, source.id);
    const gatewayAssets = assets.map(({ chain, asset: symbol, crypto, wallet, held, coins }) => ({
      ...{ gatewayId: row.id, merchantId, chain, symbol, crypto, wallet, held, coins },
      ...{ readAt: now, createdAt: now },
    }));
    const made = await insertGateway(tx, row, gatewayAssets);
    const pays = assets.map(({ chain, asset, crypto, wallet }) => `${crypto}: ${asset} on ${chain} from ${wallet}`);
    const after = { kind: row.kind, host, username, pays: pays.join('; ') };
    await audit(tx, ctx, { merchantId, action: 'gateway.created', subjectId: row.id, after, now });
    return presentGateway(made, await selectAssetsOf(tx, [made.id]));
  });
}

function rowOf({ actor, clock, requestKey }: Context, merchantId: string, body: CreateGatewayBody, sourceId: string) {
  const now = clock.now();
  const id = newId('gateway', now.getTime());
  return {
    ...{ id, merchantId, kind: body.kind, state: 'active' as const, url: body.url, username: body.username },
    ...{ password: seal(body.password, id), apiKey: seal(body.api_key, id), sourceId, requestKey },
    createdBy: actor.kind === 'user' ? actor.userId : null,
    createdByKey: actor.kind === 'api_key' ? actor.keyId : null,
    ...{ nextTryAt: now, createdAt: now, updatedAt: now },
  };
}

/** Holds under the merchant's lock: so many gateways, each asset at one of them, each hot wallet one merchant's. */
async function refuseInTheWay(tx: Tx, merchantId: string, assets: readonly CheckedAsset[], now: Date): Promise<void> {
  const present = (await selectGateways(tx, merchantId)).filter(({ state }) => state === 'active');
  if (present.length >= gatewaysPerMerchant) {
    throw new Refusal('invalid_request', { detail: `You have ${present.length} gateways, the most there can be.` });
  }
  for (const { chain, asset } of assets) {
    const other = await findGatewayFor(tx, merchantId, chain, asset);
    if (other) {
      const detail = `${other.gateway.id} pays ${asset} on ${chain} already. Disable it first.`;
      throw new Refusal('gateway_state', { field: 'assets', detail, extra: { gateway_id: other.gateway.id } });
    }
  }
  const wallets = assets.map(({ chain, wallet: address }) => ({ chain, address, merchantId, since: now }));
  const foreign = await takeWallets(tx, wallets);
  if (!foreign) return;
  // Its own payments would count for those of this merchant.
  const { chain, address } = foreign;
  const asset = assets.find((one) => one.chain === chain && one.wallet === address)?.asset;
  throw new Refusal('hot_wallet_taken', { detail: `The gateway pays ${asset} on ${chain} from ${address}.` });
}

export async function listGateways(ctx: Context): Promise<GatewayList> {
  const { merchantId } = requirePermission(ctx, 'gateways:read');
  const found = await selectGateways(ctx.db, merchantId);
  const assets = await selectAssetsOf(
    ctx.db,
    found.map(({ id }) => id),
  );
  return { data: found.map((gateway) => presentGateway(gateway, assets)) };
}

export async function ownGateway(ctx: Context, merchantId: string, id: string): Promise<Gateway> {
  const found = await findGateway(ctx.db, merchantId, id);
  if (!found) throw new Refusal('not_found', { detail: `There is no gateway ${id}.` });
  return found;
}

export async function viewGateway(ctx: Context, id: string): Promise<GatewayAnswer> {
  const { merchantId } = requirePermission(ctx, 'gateways:read');
  const gateway = await ownGateway(ctx, merchantId, id);
  return presentGateway(gateway, await selectAssetsOf(ctx.db, [id]));
}

/**
 * From now on it is handed nothing. What it was handed before is followed to its end, and its callbacks are heard. It stays
 * disabled: set up another one in its place. Refuses: not_found, step-up.
 */
export async function disableGateway(ctx: Context, id: string): Promise<void> {
  const { merchantId } = requirePermission(ctx, 'gateways:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const gateway = await lockGateway(tx, merchantId, id);
    if (!gateway) throw new Refusal('not_found', { detail: `There is no gateway ${id}.` });
    if (gateway.state === 'disabled') return;
    await updateGatewayRow(tx, gateway, { state: 'disabled' }, now);
    await endAssets(tx, id, now);
    await audit(tx, ctx, { merchantId, action: 'gateway.disabled', subjectId: id, now });
  });
}
