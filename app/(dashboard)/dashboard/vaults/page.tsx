import type { Metadata } from 'next';
import Link from 'next/link';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { KeepReading } from '@/components/desk/frame/keep-reading';
import { LiveRefresh } from '@/components/desk/frame/live';
import { VaultCard } from '@/components/desk/vaults/vault-card';
import { buttonClass } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/page-header';
import { viewSigners } from '@/lib/vaults/signing/view';
import { viewVaults } from '@/lib/vaults/view-vaults';

export const metadata: Metadata = { title: 'Vaults' };

export default async function Page() {
  const { ctx } = await deskPage('vaults:read');
  const [{ data: vaults }, signers] = await Promise.all([viewVaults(ctx), viewSigners(ctx)]);
  const signerOf = (id: string) => signers.data.find(({ vault_id }) => vault_id === id) ?? null;
  return (
    <>
      <LiveRefresh topics={['vaults', 'ledger', 'settings']} />
      <KeepReading />
      <PageHeader
        title="Vaults"
        lead="Your own wallets, from which payouts are claimed. Only they can change what the payout contract may take; the portal can only ask."
      />
      {vaults.length === 0 ? (
        <Empty
          title="There is no vault yet"
          action={
            <Link href="/dashboard/guide?step=vault" prefetch={false} className={buttonClass('smallPrimary')}>
              Connect your vault
            </Link>
          }
        >
          It is a wallet of your own; what it holds, allows and owes is shown here then.
        </Empty>
      ) : (
        <div className="space-y-8">
          {vaults.map((vault) => (
            <VaultCard key={vault.id} vault={vault} signer={signerOf(vault.id)} />
          ))}
        </div>
      )}
    </>
  );
}
