import { randomBytes } from 'node:crypto';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { checksumAddress, explainChecksum, readAddress } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { refuseChain } from '@/lib/merchants/add-asset';
import { findMerchant } from '@/lib/merchants/store';
import { getInstallation } from '@/lib/operators/store';
import { isProven, lockWallet } from '@/lib/wallets/store';
import type { MadeVault, VaultBody } from './schema';
import { findVaultOn, insertVault, isTaken, markVouched, type Vault } from './store';

const taken = (detail: string) => new Refusal('address_refused', { field: 'address', detail });
const present = ({ id, chain, address, signerAddress }: Vault): MadeVault => ({
  ...{ id, chain, address: checksumAddress(address) },
  ...{ signer: checksumAddress(signerAddress), contract: checksumAddress(drawbridgeAddress) },
});

/** A signer of ours for this vault alone, named by nobody yet. */
function newSigner(vaultId: string) {
  const key = generatePrivateKey();
  return { signerAddress: privateKeyToAccount(key).address.toLowerCase(), signerKey: seal(key, vaultId) };
}

/**
 * Pays from this wallet on one network from now on. The wallet must have signed for the merchant before, so that nobody
 * takes an address that is another's. Nothing can leave it until it grants an allowance and names the signer. Twice is once.
 * Refuses: asset_unavailable, address_refused, wallet_unproved, step-up.
 */
export async function addVault(ctx: Context, body: VaultBody): Promise<MadeVault> {
  const { merchantId } = requirePermission(ctx, 'vaults:write');
  requireStepUp(ctx);
  const { chain } = body;
  const address = readAddress(body.address);
  if (!address) throw taken(explainChecksum(body.address));
  const merchant = await findMerchant(ctx.db, merchantId);
  if (!merchant) throw new Refusal('not_found');
  refuseChain(merchant, chain);
  const { name } = chainOf(chain);
  if (!(await isProven(ctx.db, { merchantId, chain }, address))) {
    const detail = `This wallet has not signed for your team on ${name}. Prove it first.`;
    throw new Refusal('wallet_unproved', { field: 'address', detail });
  }
  return ctx.db.transaction((tx) => writeVault(tx, ctx, { merchantId, chain, address }));
}

/** `placed`: the wallet has not signed for the merchant. */
export type PlacedVault = {
  merchantId: string;
  chain: ChainKey;
  address: string;
  feeCollector?: string;
  placed?: boolean;
};

/**
 * The vault for a verb that decided whose the wallet is, in its transaction. A wallet that has signed for its merchant is its vault, also
 * where an operator placed it for another one. Refuses: address_refused.
 */
export async function writeVault(tx: Tx, ctx: Context, wanted: PlacedVault) {
  const { merchantId, chain, address, feeCollector, placed = false } = wanted;
  const now = ctx.clock.now();
  const { name } = chainOf(chain);
  const id = newId('vault', now.getTime());
  const { feeCollector: usual } = await getInstallation(tx);
  await lockWallet(tx, address);
  if (await isTaken(tx, { merchantId, chain, address, placed })) {
    throw taken(`This wallet is another merchant’s vault on ${name}.`);
  }
  const made = await insertVault(tx, {
    ...{ id, merchantId, chain, address, placed, ...newSigner(id), createdAt: now },
    // Until an operator takes fees, they stay in the vault.
    feeCollector: feeCollector ?? usual ?? address,
    namespace: randomBytes(8).readBigUInt64BE(),
  });
  if (made) {
    const after = { chain, address: checksumAddress(address) };
    await audit(tx, ctx, { merchantId, action: 'vault.added', subjectId: id, after, now });
    return present(made);
  }
  const known = await findVaultOn(tx, merchantId, chain);
  if (!known) throw new Error(`A vault of ${merchantId} on ${chain} was there, and is gone`);
  if (known.address !== address) throw taken(`Your vault on ${name} is ${checksumAddress(known.address)}.`);
  if (feeCollector !== undefined && feeCollector !== known.feeCollector) {
    const detail = `Fees of this vault go to ${checksumAddress(known.feeCollector)}, and that stays so.`;
    throw new Refusal('address_refused', { field: 'fee_collector', detail });
  }
  if (!placed) await markVouched(tx, known);
  return present(known);
}
