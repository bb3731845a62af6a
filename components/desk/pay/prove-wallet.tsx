'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useProofPlaces } from '@/components/desk/frame/step-up';
import { useAction } from '@/components/desk/frame/use-action';
import { proofSteps } from '@/components/desk/pay/run/proof-steps';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/fields';
import { Address } from '@/components/ui/figures/hex';
import type { WalletPlace } from '@/components/wallet/wallet-room';

const WalletSigner = dynamic(
  () => import('@/components/wallet/acting/wallet-signer').then((module) => module.WalletSigner),
  {
    ssr: false,
    loading: () => <p className="text-sm text-quiet">Looking for wallets …</p>,
  },
);

/** A wallet on the list that is only declared; none for one that is to join it. */
type ProveWalletProps = { wallet?: { address: string; name: string } };

/** Has a wallet sign that it pays for this team. Absent where the portal serves no network. */
export function ProveWallet({ wallet }: ProveWalletProps) {
  const { wallet: place } = useProofPlaces();
  const [open, setOpen] = useState(false);
  const [chooser, setChooser] = useState(false);
  const [name, setName] = useState('');
  if (!place) return null;
  const close = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        className={buttonClass(wallet ? 'bare' : 'small')}
        aria-label={wallet && `Prove ${wallet.name}`}
        onClick={() => setOpen(true)}
      >
        {wallet ? 'Prove' : 'Prove a wallet'}
      </button>
      <Dialog
        open={open && !chooser}
        onClose={() => !chooser && close()}
        title={wallet ? `Prove ${wallet.name}` : 'Prove a wallet'}
      >
        <Signing {...{ place, wallet, name }} onName={setName} onChooser={setChooser} onDone={close} />
      </Dialog>
    </>
  );
}

type SigningProps = ProveWalletProps & {
  place: WalletPlace;
  name: string;
  onName: (name: string) => void;
  onChooser: (open: boolean) => void;
  onDone: () => void;
};

function Signing({ place, wallet, name, onName, onChooser, onDone }: SigningProps) {
  const router = useRouter();
  const { run } = useAction();
  const { offer, prove } = proofSteps(run, { name: name.trim() });
  return (
    <div className="space-y-4">
      <p className="text-sm text-pretty text-quiet">
        The wallet shows a message. Signing it costs nothing and moves no money. A Safe’s owners sign it as they sign
        anything else.
      </p>
      {wallet ? (
        <div className="text-sm">
          Its address: <Address value={wallet.address} />
        </div>
      ) : (
        <TextField
          label="Name"
          hint="What your team calls it, such as Payroll."
          maxLength={80}
          value={name}
          onChange={onName}
        />
      )}
      <WalletSigner
        place={place}
        allowed={wallet ? [wallet.address.toLowerCase()] : null}
        verb="Prove"
        offer={offer}
        prove={prove}
        onChooser={onChooser}
        onDone={() => {
          onDone();
          router.refresh();
        }}
      />
    </div>
  );
}
