import type { Tx } from '@/db/client';
import { audit } from '@/lib/access/audit';
import { isProven, selectForeignWallets } from '@/lib/wallets/store';
import {
  endAssets,
  type Gateway,
  type HotWallet,
  isVault,
  lockGateway,
  lockHotWallet,
  loseHotWallet,
  takeHotWallet,
  updateGatewayRow,
} from './store';

type Wanted = Omit<HotWallet, 'lostAt'>;

/**
 * Makes wallets a merchant's hot wallets; answers the first one that stays another one's. They are locked in one order: of two merchants
 * who name the same ones neither waits for what the other has.
 */
export async function takeWallets(tx: Tx, wallets: readonly Wanted[]): Promise<Wanted | null> {
  const place = ({ chain, address }: Wanted) => `${chain}:${address}`;
  for (const wallet of wallets.toSorted((one, other) => (place(one) < place(other) ? -1 : 1))) {
    if (!(await takeWallet(tx, wallet))) return wallet;
  }
  return null;
}

/**
 * Makes a wallet a merchant's hot wallet; false where it stays another one's. A gateway's word is enough for a wallet that nobody else
 * has named: its server is the merchant's own, and may say what it likes. Among those who name one, its signature decides; of two
 * without it, or with it, the first one. A vault is nobody's hot wallet.
 */
async function takeWallet(tx: Tx, wallet: Wanted): Promise<boolean> {
  const { chain, address, merchantId, since: now } = wallet;
  const owner = await lockHotWallet(tx, wallet);
  const foreign = await selectForeignWallets(tx, { merchantId, chain }, [address]);
  if (foreign.size > 0 || (await isVault(tx, chain, address))) return false;
  if (owner === merchantId) return true;
  if (owner !== null) {
    const isMine = await isProven(tx, { merchantId, chain }, address);
    if (!isMine || (await isProven(tx, { merchantId: owner, chain }, address))) return false;
    for (const gateway of await loseHotWallet(tx, wallet, now)) await endFor(tx, gateway, wallet);
  }
  await takeHotWallet(tx, wallet);
  return true;
}

/** What was handed to it before is followed on; what leaves the wallet pays nothing of theirs any more. */
async function endFor(tx: Tx, gateway: Pick<Gateway, 'merchantId' | 'id'>, wallet: Wanted): Promise<void> {
  const { merchantId, id } = gateway;
  const { chain, address, since: now } = wallet;
  const locked = await lockGateway(tx, merchantId, id);
  if (locked?.state !== 'active') return;
  await updateGatewayRow(tx, locked, { state: 'disabled' }, now);
  await endAssets(tx, id, now);
  const detail = { chain, hot_wallet_of_another: address };
  const by = { kind: 'system', job: 'gateways' } as const;
  await audit(tx, by, { merchantId, action: 'gateway.disabled', subjectId: id, detail, now });
}
