import { Callout } from '@/components/ui/callout';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Address } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import { Fold } from '@/components/ui/fold';
import { Section } from '@/components/ui/page-header';
import type { VaultOnPage } from '@/lib/vaults/schema';
import type { VaultSigner } from '@/lib/vaults/signing/schema';
import { AssetFigures } from './asset-figures';
import { NamedSigners } from './named-signers';
import { OwnSigner } from './own-signer';
import { AssetActions, VaultActions } from './vault-actions';

/** One vault: what each asset holds, allows and owes, and what its wallet can change about that. */
export function VaultCard({ vault, signer }: { vault: VaultOnPage; signer: VaultSigner | null }) {
  const { chain, read } = vault;
  const link = (address: string) => chain.explorer_url && `${chain.explorer_url}/address/${address}`;
  return (
    <Section title={chain.name}>
      <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-1 text-[0.8125rem] text-quiet">
        <Address value={vault.address} href={link(vault.address)} />
        {read && (
          <span>
            As of block {read.block_number}, <Time iso={read.block_time} as="brief" />
          </span>
        )}
      </div>
      {!read && (
        <div className="mb-3">
          <Callout tone="warn">
            {chain.name} cannot be read right now, so balances and allowances are not known. Nothing has changed because
            of this; the page looks again by itself.
          </Callout>
        </div>
      )}
      <div className="space-y-5">
        {vault.assets.map((asset) => (
          <div key={asset.asset} className="space-y-2.5">
            <h3 className="text-sm font-semibold">{asset.asset}</h3>
            <AssetFigures asset={asset} />
            <AssetActions vault={vault} asset={asset} />
          </div>
        ))}
      </div>
      <div className="mt-5 space-y-5">
        {signer && <OwnSigner signer={signer} />}
        {read && <NamedSigners vault={vault} />}
      </div>
      <div className="mt-5 border-t border-line pt-3">
        <VaultActions vault={vault} />
        <Fold title="Signer, guardian, contract and tokens">
          <Facts>
            <Fact name={signer?.kind === 'remote' ? 'Your own signer' : 'Signer of this portal'}>
              <Address value={vault.signer} href={link(vault.signer)} />
            </Fact>
            <Fact name="Guardian">
              {read?.guardian ? (
                <Address value={read.guardian} href={link(read.guardian)} />
              ) : read ? (
                'none'
              ) : (
                'not known'
              )}
            </Fact>
            <Fact name="Payout contract">
              <Address value={vault.contract} href={link(vault.contract)} />
            </Fact>
            {vault.assets.map(({ asset, token, decimals }) => (
              <Fact key={asset} name={`${asset} token, ${decimals} decimals`}>
                <Address value={token} href={link(token)} />
              </Fact>
            ))}
            <Fact name="For network fees">{read ? `${read.coins} ${chain.currency}` : 'not known'}</Fact>
          </Facts>
        </Fold>
      </div>
    </Section>
  );
}
