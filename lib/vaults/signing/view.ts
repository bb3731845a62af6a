import { type Context, requirePermission } from '@/lib/access/actor';
import { checksumAddress } from '@/lib/chains/address';
import { selectVaultsOf, type Vault } from '@/lib/vaults/store';
import type { RemoteSignerOnPage, VaultSigner, VaultSigners } from './schema';
import { type RemoteSigner, selectRemotes } from './store';

export function presentRemote(row: RemoteSigner): RemoteSignerOnPage {
  const { id, url, address, createdAt, refusedCode, refusedAt, silentSince, silentCode } = row;
  return {
    ...{ id, host: new URL(url).host, address: checksumAddress(address), created_at: createdAt.toISOString() },
    refused: refusedCode && refusedAt ? { code: refusedCode, at: refusedAt.toISOString() } : null,
    silent: silentCode && silentSince ? { code: silentCode, since: silentSince.toISOString() } : null,
  };
}

export function presentSigner(
  { id, signerAddress, remoteSignerId }: Vault,
  rows: readonly RemoteSigner[],
): VaultSigner {
  const own = rows.filter(({ vaultId }) => vaultId === id);
  const remote = own.find((row) => row.id === remoteSignerId);
  const offered = own.findLast((row) => row.id !== remoteSignerId);
  return {
    ...{ vault_id: id, kind: remote ? 'remote' : 'portal', address: checksumAddress(signerAddress) },
    remote: remote ? presentRemote(remote) : null,
    offered: offered ? presentRemote(offered) : null,
  };
}

/** Who signs for each vault of the merchant. */
export async function viewSigners(ctx: Context): Promise<VaultSigners> {
  const { merchantId } = requirePermission(ctx, 'vaults:read');
  const [vaults, rows] = await Promise.all([selectVaultsOf(ctx.db, merchantId), selectRemotes(ctx.db, merchantId)]);
  return { data: vaults.map((vault) => presentSigner(vault, rows)) };
}
