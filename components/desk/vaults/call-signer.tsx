'use client';
import { shorten } from '@/components/ui/figures/shorten';
import { useWalletAction } from '@/components/wallet/acting/use-wallet-action';
import { WalletButtons } from '@/components/wallet/acting/wallet-buttons';
import { watchForReplacement } from '@/components/wallet/send-call';
import { type WalletPlace, WalletRoom } from '@/components/wallet/wallet-room';
import type { PreparedCall } from '@/lib/vaults/schema';
import { sendWith } from './send-with';

type CallSignerProps = { place: WalletPlace; prepared: PreparedCall; onSent: (hash: string) => void };

/** One button for each wallet of this browser, one for those elsewhere. Only the account that may will do. */
export function CallSigner(props: CallSignerProps) {
  return (
    <WalletRoom {...props.place}>
      <Wallets {...props} />
    </WalletRoom>
  );
}

function Wallets({ place, prepared, onSent }: CallSignerProps) {
  const action = useWalletAction({
    act: (wallet) => sendWith(wallet, prepared, place.chain.name),
    done: (hash, { config, connector }) => {
      onSent(hash);
      void watchForReplacement(config, connector, hash, onSent);
    },
    afterStop: 'If the wallet sends it after all, the numbers here follow by themselves. Look there first.',
  });
  return (
    <div className="space-y-2.5">
      <p className="text-sm">
        Signed by <span className="font-mono">{shorten(prepared.sender)}</span>, and by no other account.
      </p>
      <WalletButtons
        action={action}
        verb="Sign with"
        isMain
        hasElsewhere={Boolean(place.walletConnectProjectId)}
        orOpen="where the vault’s wallet is"
      />
    </div>
  );
}
