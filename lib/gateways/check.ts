import type { ChainKey } from '@/db/vocabulary/chains';
import type { GatewayFault } from '@/db/vocabulary/gateways';
import { chainOf, findToken } from '@/lib/chains/registry';
import { type ProblemCode, Refusal } from '@/lib/kernel/errors';
import type { GatewayAccess } from '@/lib/rails/shkeeper/client';
import { whichAsset } from '@/lib/rails/shkeeper/crypto-names';
import { inspectGateway } from '@/lib/rails/shkeeper/inspect-gateway';
import { type HotWalletState, lookAtHotWallet } from './look';

/** What is asked of a gateway: our asset and the gateway's name of it. */
export type WantedAsset = { chain: ChainKey; asset: string; crypto: string };
export type CheckedAsset = WantedAsset & { wallet: string } & HotWalletState;

const codes: Record<GatewayFault, ProblemCode> = {
  unreachable: 'gateway_unreachable',
  not_a_gateway: 'gateway_unknown_server',
  login_refused: 'gateway_login_refused',
  login_not_admin: 'gateway_login_not_admin',
  key_refused: 'gateway_key_refused',
  crypto_unknown: 'gateway_crypto_unknown',
  wallet_unknown: 'gateway_wallet_unknown',
  wallet_offline: 'gateway_wallet_offline',
};
const fieldOf: Partial<Record<GatewayFault, string>> = {
  ...{ unreachable: 'url', not_a_gateway: 'url', login_refused: 'password', login_not_admin: 'username' },
  ...{ key_refused: 'api_key', crypto_unknown: 'assets', wallet_unknown: 'assets' },
};

/** Refuses what no gateway could pay and we could read: coins, and assets on networks that this portal does not know. */
export function readWanted(assets: readonly WantedAsset[]): void {
  const seen = new Set<string>();
  for (const { chain, asset, crypto } of assets) {
    const field = 'assets';
    if (seen.has(`${chain}:${asset}`)) {
      throw new Refusal('invalid_request', { field, detail: `${asset} on ${chain} is named twice.` });
    }
    seen.add(`${chain}:${asset}`);
    if (!findToken(chain, asset)) {
      const detail = `${asset} on ${chain} is no token that this portal reads, so nothing could prove its payouts.`;
      throw new Refusal('asset_unavailable', { field, detail });
    }
    // A server of a test network names its assets as it likes.
    const named = chainOf(chain).test ? null : whichAsset(crypto);
    if (named && (named.chain !== chain || named.asset !== asset)) {
      const detail = `${crypto} is ${named.asset} on ${named.chain ?? 'a network that this portal does not read'}, not ${asset} on ${chain}.`;
      throw new Refusal('gateway_crypto_unknown', { field, detail });
    }
  }
}

/** Asks the gateway, and the chain about its hot wallet; sends nothing. Refuses: gateway_*, chain_unavailable. */
export async function checkGateway(access: GatewayAccess, assets: readonly WantedAsset[]): Promise<CheckedAsset[]> {
  const found = await inspectGateway(
    access,
    assets.map(({ crypto }) => crypto),
  );
  if (!found.ok) {
    const { fault, crypto, words } = found;
    const said = words ? ` The gateway said: ${words}` : '';
    const detail = `${crypto ? `${crypto}: ` : ''}${said.trim()}`;
    throw new Refusal(codes[fault], { field: fieldOf[fault], ...(detail && { detail }) });
  }
  const checked: CheckedAsset[] = [];
  for (const [index, wanted] of assets.entries()) {
    const { address: wallet = '', balance = '' } = found.wallets[index] ?? {};
    const token = findToken(wanted.chain, wanted.asset);
    if (!token) throw new Refusal('asset_unavailable', { field: 'assets' });
    const state = await lookAtHotWallet(wanted.chain, wallet, token.address);
    refuseOtherAsset(wanted, balance, state);
    checked.push({ ...wanted, wallet, ...state });
  }
  return checked;
}

/** One has something of it and the other nothing: the gateway's crypto is another asset, or on another network. */
function refuseOtherAsset({ chain, asset, crypto }: WantedAsset, balance: string, { held }: HotWalletState): void {
  const none = /^0*(\.0*)?(E.*)?$/i.test(balance);
  if (none === (held === 0n)) return;
  const detail = `The gateway says that its wallet has ${balance} ${crypto}, and ${chain} says otherwise of ${asset}: is that the same asset?`;
  throw new Refusal('gateway_crypto_unknown', { field: 'assets', detail });
}
