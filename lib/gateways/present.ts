import { checksumAddress } from '@/lib/chains/address';
import { chainOf, findToken } from '@/lib/chains/registry';
import { formatAmount } from '@/lib/kernel/money';
import { sourceUrl } from '@/lib/sources/create';
import type { GatewayAnswer } from './schema';
import type { Gateway, GatewayAsset } from './store';

/** The gateway in the words of the API; nothing that lets anybody in is in them. */
export function presentGateway(gateway: Gateway, assets: readonly GatewayAsset[]): GatewayAnswer {
  const { id, kind, state, url, username, sourceId, fault, faultWords, faultSince, createdAt, updatedAt } = gateway;
  return {
    ...{ id, kind, state, url, username },
    callback_url: sourceUrl({ dialect: kind, id: sourceId }),
    fault:
      fault && faultSince && faultWords !== null
        ? { code: fault, said: faultWords, since: faultSince.toISOString() }
        : null,
    assets: assets.filter(({ gatewayId }) => gatewayId === id).map(presentAsset),
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}

function presentAsset({ chain, symbol, crypto, wallet, held, coins, readAt }: GatewayAsset) {
  return {
    ...{ chain, asset: symbol, crypto },
    hot_wallet: checksumAddress(wallet),
    held: formatAmount(held, findToken(chain, symbol)?.decimals ?? 0),
    coins: formatAmount(coins, chainOf(chain).currency.decimals),
    read_at: readAt.toISOString(),
  };
}
