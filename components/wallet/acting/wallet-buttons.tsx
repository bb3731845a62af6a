'use client';
import { useConnectModal } from '@rainbow-me/rainbowkit';
import { useEffect } from 'react';
import { useAccount, useConnectors } from 'wagmi';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { NoAnswer } from '@/components/wallet/no-answer';
import type { WalletAction } from './use-wallet-action';

type WalletButtonsProps = {
  action: WalletAction;
  /** What pressing does, before the wallet's name: "Confirm with". */
  verb: string;
  /** Wallets elsewhere can be reached. */
  hasElsewhere: boolean;
  /** Where the page can be opened instead, if this browser has no wallet. */
  orOpen: string;
  /** Beside each other, as the main thing to do; otherwise below each other. */
  isMain?: boolean;
  /** Tells when the wallets' own chooser stands over the page, so that a dialog of ours can make room. */
  onChooser?: (open: boolean) => void;
};

/**
 * The wallets of this browser, and the one from elsewhere that is connected. While wagmi looks for it again it shows what it
 * kept of it, under another `uid`: a second button for the same wallet, which could not be asked.
 */
function useOffered() {
  const here = useConnectors().filter(({ type }) => type === 'injected');
  const { connector: current, isConnected, isReconnecting } = useAccount();
  const isElsewhere = isConnected && !isReconnecting && !here.some(({ uid }) => uid === current?.uid);
  return isElsewhere && current ? [...here, current] : here;
}

function useChooser(onChooser: WalletButtonsProps['onChooser']) {
  const { openConnectModal, connectModalOpen } = useConnectModal();
  useEffect(() => onChooser?.(connectModalOpen), [connectModalOpen, onChooser]);
  return openConnectModal;
}

/** One button for each wallet, one for those elsewhere, and what became of the last press. */
export function WalletButtons({ action, verb, hasElsewhere, orOpen, isMain = false, onChooser }: WalletButtonsProps) {
  const { busy, trouble, press, pressWithOther, stopWaiting } = action;
  const offered = useOffered();
  const openChooser = useChooser(onChooser);
  const width = isMain ? '' : ' w-full';
  return (
    <>
      <div className={isMain ? 'flex flex-wrap gap-2' : 'space-y-2.5'}>
        {offered.map((connector) => (
          <button
            key={connector.uid}
            type="button"
            className={`${buttonClass(isMain ? 'smallPrimary' : 'small')}${width}`}
            disabled={busy !== null}
            onClick={() => press(connector)}
          >
            {busy === connector.uid ? `Look at ${connector.name} …` : `${verb} ${connector.name}`}
          </button>
        ))}
        {hasElsewhere && openChooser && (
          <button
            type="button"
            className={`${buttonClass('small')}${width}`}
            disabled={busy !== null}
            onClick={openChooser}
          >
            Connect a wallet on another device
          </button>
        )}
      </div>
      {busy !== null && <NoAnswer onStop={stopWaiting} />}
      {offered.length === 0 && !hasElsewhere && (
        <Callout>This browser has no wallet. Install one and load the page again, or open the portal {orOpen}.</Callout>
      )}
      {trouble && <Trouble trouble={trouble} onOther={pressWithOther} />}
    </>
  );
}

type TroubleProps = { trouble: NonNullable<WalletAction['trouble']>; onOther: WalletAction['pressWithOther'] };

function Trouble({ trouble: { otherWallet, detail }, onOther }: TroubleProps) {
  const other = otherWallet && (
    <button type="button" className={buttonClass('small')} onClick={() => onOther(otherWallet)}>
      Choose another account
    </button>
  );
  return (
    <Callout tone="bad" actions={other}>
      {detail}
    </Callout>
  );
}
