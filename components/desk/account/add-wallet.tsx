'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useProofPlaces } from '@/components/desk/frame/step-up';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { WalletFailure } from '@/components/wallet/acting/act-with';
import type { Proof } from '@/components/wallet/acting/sign-with';
import { walletMessage } from '@/lib/access/schema';

const WalletSigner = dynamic(
  () => import('@/components/wallet/acting/wallet-signer').then((module) => module.WalletSigner),
  {
    ssr: false,
    loading: () => <p className="text-sm text-quiet">Looking for wallets …</p>,
  },
);

/** Adds a wallet: it signs a message that costs nothing. Absent where the portal serves no network. */
export function AddWallet() {
  const { run } = useAction();
  const { wallet: place } = useProofPlaces();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [chooser, setChooser] = useState(false);
  if (!place) return null;
  const offer = async (address: string, chainId: number): Promise<{ message: string } | WalletFailure> => {
    const body = { address, chain_id: chainId };
    const answer = await run('/api/desk/identities/wallet-message', { method: 'POST', body, returns: walletMessage });
    return answer.ok ? answer.data : { detail: answer.problem.detail };
  };
  const prove = async (proof: Proof): Promise<WalletFailure | null> => {
    const answer = await run('/api/desk/identities/wallet', { method: 'POST', body: proof });
    return answer.ok ? null : { detail: answer.problem.detail };
  };
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Add a wallet
      </button>
      <Dialog open={open && !chooser} onClose={() => !chooser && setOpen(false)} title="Sign in with a wallet, too">
        <div className="space-y-4">
          <p className="text-sm text-pretty text-quiet">
            The wallet shows a message. Signing it costs nothing and moves no money.
          </p>
          <WalletSigner
            place={place}
            allowed={null}
            verb="Add"
            offer={offer}
            prove={prove}
            onChooser={setChooser}
            onDone={() => {
              setOpen(false);
              router.refresh();
            }}
          />
        </div>
      </Dialog>
    </>
  );
}
