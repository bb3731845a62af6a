'use client';
import { type WalletPlace, WalletRoom } from '@/components/wallet/wallet-room';
import type { WalletFailure } from './act-with';
import { type SignatureSteps, signWith } from './sign-with';
import { useWalletAction } from './use-wallet-action';
import { WalletButtons } from './wallet-buttons';

type WalletSignerProps = SignatureSteps & {
  place: WalletPlace;
  /** What signing does, before the wallet's name: "Confirm with". */
  verb: string;
  onDone: () => void;
  /** Tells when the wallets' own chooser stands over the page, so that a dialog of ours can make room. */
  onChooser?: (open: boolean) => void;
};

/** Has a wallet sign a message: one button for each wallet of this browser, one for those elsewhere. */
export function WalletSigner(props: WalletSignerProps) {
  return (
    <WalletRoom {...props.place}>
      <Wallets {...props} />
    </WalletRoom>
  );
}

type Signed = { answer: null } | WalletFailure;

function Wallets({ place, verb, onDone, onChooser, ...steps }: WalletSignerProps) {
  const action = useWalletAction({
    act: async (wallet): Promise<Signed> => (await signWith(wallet, steps)) ?? { answer: null },
    done: onDone,
  });
  return (
    <div className="space-y-2.5">
      <WalletButtons
        {...{ action, verb, onChooser }}
        hasElsewhere={Boolean(place.walletConnectProjectId)}
        orOpen="where it is"
      />
    </div>
  );
}
