'use client';
import { useConnectModal } from '@rainbow-me/rainbowkit';
import { useEffect, useRef, useState } from 'react';
import { type Connector, useAccount, useConfig, useConnectors } from 'wagmi';
import { disconnect } from 'wagmi/actions';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { NoAnswer } from './no-answer';
import { type Proof, type SignFailure, signWith } from './sign-with';
import { type WalletPlace, WalletRoom } from './wallet-room';

export type WalletSignerProps = {
  place: WalletPlace;
  /** Only these wallets will do, in lower case; null where any will. */
  allowed: readonly string[] | null;
  /** What signing does, before the wallet's name: "Confirm with". */
  verb: string;
  /** Gets the text that this wallet is to sign. */
  offer: (address: string, chainId: number) => Promise<{ message: string } | SignFailure>;
  /** Brings the signature; null when it was taken. */
  prove: (proof: Proof) => Promise<SignFailure | null>;
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

function useChooser(onChooser: WalletSignerProps['onChooser']) {
  const { openConnectModal, connectModalOpen } = useConnectModal();
  useEffect(() => onChooser?.(connectModalOpen), [connectModalOpen, onChooser]);
  return openConnectModal;
}

function Wallets({ place, allowed, verb, offer, prove, onDone, onChooser }: WalletSignerProps) {
  const config = useConfig();
  const here = useConnectors().filter(({ type }) => type === 'injected');
  const { connector: current } = useAccount();
  const openChooser = useChooser(onChooser);
  const [busy, setBusy] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<SignFailure | null>(null);
  /** Which request to the wallet counts; null while none is open. */
  const underWay = useRef<symbol>(null);

  const sign = async (connector: Connector, again = false) => {
    if (underWay.current) return;
    const mine = Symbol();
    underWay.current = mine;
    setBusy(connector.uid);
    setTrouble(null);
    if (again) await disconnect(config, { connector }).catch(() => {});
    const told = await signWith({ config, connector, allowed, offer, prove });
    if (underWay.current !== mine) return;
    underWay.current = null;
    setBusy(null);
    setTrouble(told);
    if (!told) onDone();
  };
  const stopWaiting = () => {
    underWay.current = null;
    setBusy(null);
  };
  const elsewhere = current && !here.some(({ uid }) => uid === current.uid) ? [current] : [];
  const offered = [...here, ...elsewhere];
  return (
    <div className="space-y-2.5">
      {offered.map((connector) => (
        <button
          key={connector.uid}
          type="button"
          className={`${buttonClass('small')} w-full`}
          disabled={busy !== null}
          onClick={() => sign(connector)}
        >
          {busy === connector.uid ? `Look at ${connector.name} …` : `${verb} ${connector.name}`}
        </button>
      ))}
      {place.walletConnectProjectId && openChooser && (
        <button
          type="button"
          className={`${buttonClass('small')} w-full`}
          disabled={busy !== null}
          onClick={openChooser}
        >
          Connect a wallet on another device
        </button>
      )}
      {busy !== null && <NoAnswer onStop={stopWaiting} />}
      {offered.length === 0 && !place.walletConnectProjectId && (
        <Callout>
          This browser has no wallet. Install one and load the page again, or open the portal where it is.
        </Callout>
      )}
      {trouble && <Trouble trouble={trouble} onOther={(connector) => sign(connector, true)} />}
    </div>
  );
}

function Trouble({ trouble, onOther }: { trouble: SignFailure; onOther: (connector: Connector) => void }) {
  const { otherWallet, detail } = trouble;
  return (
    <Callout
      tone="bad"
      actions={
        otherWallet && (
          <button type="button" className={buttonClass('small')} onClick={() => onOther(otherWallet)}>
            Choose another account
          </button>
        )
      }
    >
      {detail}
    </Callout>
  );
}
