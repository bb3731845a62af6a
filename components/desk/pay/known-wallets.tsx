'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/desk/dialogs/confirm-dialog';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/fields';
import { Address } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import { Section } from '@/components/ui/page-header';
import { chainOf } from '@/lib/chains/registry';
import { type WalletList, walletBody, walletList } from '@/lib/wallets/schema';
import { ProveWallet } from './prove-wallet';

type Wallet = WalletList['data'][number];

/** The wallets that count as the merchant's own besides its vaults: what leaves them may pay, and must be explained. */
export function KnownWallets({ wallets }: { wallets: readonly Wallet[] }) {
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Wallet | null>(null);
  return (
    <Section
      title="Your wallets"
      actions={
        <span className="flex flex-wrap gap-2">
          <ProveWallet />
          {!adding && (
            <button type="button" className={buttonClass('small')} onClick={() => setAdding(true)}>
              Declare a wallet
            </button>
          )}
        </span>
      }
    >
      <p className="mb-3 max-w-prose text-sm text-pretty text-quiet">
        A payment counts when it comes from a wallet that is proved here, or from a vault. A wallet that pays here signs
        once and is added by itself. What leaves one that is only declared must be explained in the books, and pays
        nothing until the wallet has signed.
      </p>
      {adding && <DeclareForm onClose={() => setAdding(false)} />}
      {wallets.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface text-sm">
          {wallets.map((wallet) => (
            <li key={wallet.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3.5 py-2">
              <span className="min-w-0 grow wrap-anywhere">
                <span className="font-medium">{wallet.name}</span> <Address value={wallet.address} />
              </span>
              <span className="text-quiet">
                {wallet.proven_at ? 'proved' : 'declared'}{' '}
                {wallet.proven_chains && `on ${wallet.proven_chains.map((chain) => chainOf(chain).name).join(', ')} `}
                <Time iso={wallet.proven_at ?? wallet.created_at} as="brief" />
              </span>
              <span className="flex gap-1">
                {!wallet.proven_at && <ProveWallet wallet={wallet} />}
                <button
                  type="button"
                  className={buttonClass('bare')}
                  aria-label={`Remove ${wallet.name}`}
                  onClick={() => setRemoving(wallet)}
                >
                  Remove
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <RemoveDialog wallet={removing} onClose={() => setRemoving(null)} />
    </Section>
  );
}

function DeclareForm({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [given, setGiven] = useState({ address: '', name: '' });
  const { run, pending, problem, clear } = useAction();
  const body = { address: given.address.trim(), name: given.name.trim() };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(walletBody, body), async () => {
    const answer = await run('/api/desk/wallets', { method: 'POST', body, returns: walletList });
    if (!answer.ok) return;
    onClose();
    router.refresh();
  });
  return (
    <form {...form} className="mb-3 space-y-3 rounded-lg border border-line bg-surface p-4">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_14rem]">
        <TextField
          name="address"
          label="Address"
          fault={fault('address')}
          mono
          placeholder="0x…"
          value={given.address}
          onChange={(address) => setGiven({ ...given, address })}
        />
        <TextField
          name="name"
          label="Name"
          fault={fault('name')}
          maxLength={80}
          placeholder="Payroll Safe"
          value={given.name}
          onChange={(name) => setGiven({ ...given, name })}
        />
      </div>
      <ProblemCallout problem={problem} fields={['address', 'name']} />
      <div className="flex gap-2">
        <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
          {pending ? 'One moment …' : 'Declare the wallet'}
        </button>
        <button type="button" className={buttonClass('bare')} onClick={onClose}>
          Close
        </button>
      </div>
    </form>
  );
}

function RemoveDialog({ wallet, onClose }: { wallet: Wallet | null; onClose: () => void }) {
  const router = useRouter();
  const { run, pending, problem } = useAction();
  const remove = async () => {
    if (!wallet) return;
    const answer = await run(`/api/desk/wallets/${wallet.id}`, { method: 'DELETE', returns: walletList });
    if (!answer.ok) return;
    onClose();
    router.refresh();
  };
  return (
    <ConfirmDialog
      open={wallet !== null}
      onClose={onClose}
      title={`Remove ${wallet?.name ?? 'this wallet'}?`}
      verb="Remove it"
      pending={pending}
      problem={problem}
      onConfirm={remove}
    >
      <p>What it paid stays paid. From now on, a payment from it is not taken for one of yours.</p>
    </ConfirmDialog>
  );
}
