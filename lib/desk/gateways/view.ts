import type { GatewayFault } from '@/db/vocabulary/gateways';
import { type Context, requirePermission } from '@/lib/access/actor';
import { chainOf, findToken } from '@/lib/chains/registry';
import { networkFeeOf, readGasPrices } from '@/lib/evm/network-fee';
import { reading } from '@/lib/evm/rpc';
import { listGateways } from '@/lib/gateways/gateways';
import { lookAtHotWallet } from '@/lib/gateways/look';
import type { GatewayAnswer } from '@/lib/gateways/schema';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import type { DeskGateway, DeskGatewayList, GatewayCoverage } from './schema';
import { selectFreeAssets, sumWaiting, type Waiting } from './store';

/** Units of gas that one transfer of a token takes, generously: the first to an address writes more. */
const gasOfTransfer = 70_000n;

/** Those after which nobody can say what the gateway could pay. */
const blinding: readonly GatewayFault[] = ['unreachable', 'not_a_gateway', 'wallet_unknown', 'wallet_offline'];

/** A merchant's gateways, with what each can pay of what waits for it, as the network shows it now. */
export async function viewDeskGateways(ctx: Context): Promise<DeskGatewayList> {
  const { merchantId } = requirePermission(ctx, 'gateways:read');
  const [{ data: gateways }, waiting, free] = await Promise.all([
    listGateways(ctx),
    sumWaiting(ctx.db, merchantId),
    selectFreeAssets(ctx.db, merchantId),
  ]);
  const data = await Promise.all(
    gateways.map(async (gateway): Promise<DeskGateway> => {
      const active = gateway.state === 'active' ? gateway.assets : [];
      const coverage = await Promise.all(active.map((asset) => coverageOf(gateway, asset, waiting)));
      return { ...gateway, coverage };
    }),
  );
  const offered = free.map(({ chain, symbol }) => ({ chain, chain_name: chainOf(chain).name, asset: symbol }));
  return { data, offered };
}

type Asset = GatewayAnswer['assets'][number];

async function coverageOf(
  { fault }: GatewayAnswer,
  asset: Asset,
  waiting: readonly Waiting[],
): Promise<GatewayCoverage> {
  const { chain: key, asset: symbol } = asset;
  const { name, explorerUrl, currency } = chainOf(key);
  const decimals = findToken(key, symbol)?.decimals ?? 0;
  const due = waiting.find((one) => one.chain === key && one.symbol === symbol) ?? nothing;
  const read = await readNow(asset);
  const isBlind = fault !== null && blinding.includes(fault.code);
  return {
    ...{ chain: key, chain_name: name, explorer_url: explorerUrl, asset: symbol, currency: currency.symbol },
    state: isBlind || !read ? 'unknown' : stateOf(read, due),
    held: read && formatAmount(read.held, decimals),
    coins: read && formatAmount(read.coins, currency.decimals),
    payouts_with_coins: read?.enoughFor ?? null,
    ...{ waiting: due.waiting, promised: formatAmount(due.promised, decimals) },
  };
}

const nothing = { waiting: 0, promised: 0n };
type Read = { held: bigint; coins: bigint; enoughFor: number };

/** Null where the network cannot be read. */
async function readNow({ chain, asset, hot_wallet: wallet }: Asset): Promise<Read | null> {
  const token = findToken(chain, asset)?.address;
  if (!token) return null;
  try {
    const [{ held, coins }, prices] = await Promise.all([
      lookAtHotWallet(chain, wallet.toLowerCase(), token),
      reading(chain, readGasPrices),
    ]);
    return { held, coins, enoughFor: countOf(coins, networkFeeOf(gasOfTransfer, prices).reserve) };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') return null;
    throw error;
  }
}

/** A wallet with coins for more transfers than this counts as one for this many. */
function countOf(coins: bigint, fee: bigint): number {
  const most = 999_999n;
  const count = fee === 0n ? most : coins / fee;
  return Number(count < most ? count : most);
}

function stateOf({ held, enoughFor }: Read, { waiting, promised }: typeof nothing): GatewayCoverage['state'] {
  if (held < promised) return 'short_of_asset';
  // With coins for not even one, the next payout would wait.
  return enoughFor < Math.max(waiting, 1) ? 'short_of_coins' : 'enough';
}
