'use client';
import { useConnectModal } from '@rainbow-me/rainbowkit';
import { useRef, useState } from 'react';
import { type Connector, useAccount, useConfig, useConnectors } from 'wagmi';
import { disconnect } from 'wagmi/actions';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { shorten } from '@/components/ui/figures/shorten';
import { NoAnswer } from '@/components/wallet/no-answer';
import { watchForReplacement } from '@/components/wallet/send-call';
import { type WalletPlace, WalletRoom } from '@/components/wallet/wallet-room';
import type { PreparedCall } from '@/lib/vaults/schema';
import { type SendTrouble, sendWith } from './send-with';

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
  const config = useConfig();
  const here = useConnectors().filter(({ type }) => type === 'injected');
  const { connector: current } = useAccount();
  const { openConnectModal } = useConnectModal();
  const [busy, setBusy] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<SendTrouble | null>(null);
  /** Which request to the wallet counts; null while none is open. */
  const underWay = useRef<symbol>(null);

  const send = async (connector: Connector, again = false) => {
    if (underWay.current) return;
    const mine = Symbol();
    underWay.current = mine;
    setBusy(connector.uid);
    setTrouble(null);
    if (again) await disconnect(config, { connector }).catch(() => {});
    const answer = await sendWith({ config, connector, prepared, chainName: place.chain.name });
    const isStopped = underWay.current !== mine;
    if (!isStopped) {
      underWay.current = null;
      setBusy(null);
    }
    // What was sent counts whenever it is told; a no to what was given up is no news.
    if ('detail' in answer) return isStopped ? undefined : setTrouble(answer);
    onSent(answer.hash);
    await watchForReplacement(config, connector, answer.hash, onSent);
  };
  const stopWaiting = () => {
    underWay.current = null;
    setBusy(null);
    setTrouble({
      detail: 'If the wallet sends it after all, the numbers here follow by themselves. Look there first.',
    });
  };
  const elsewhere = current && !here.some(({ uid }) => uid === current.uid) ? [current] : [];
  const offered = [...here, ...elsewhere];
  return (
    <div className="space-y-2.5">
      <p className="text-sm">
        Signed by <span className="font-mono">{shorten(prepared.sender)}</span>, and by no other account.
      </p>
      <div className="flex flex-wrap gap-2">
        {offered.map((connector) => (
          <button
            key={connector.uid}
            type="button"
            className={buttonClass('smallPrimary')}
            disabled={busy !== null}
            onClick={() => send(connector)}
          >
            {busy === connector.uid ? `Look at ${connector.name} …` : `Sign with ${connector.name}`}
          </button>
        ))}
        {place.walletConnectProjectId && openConnectModal && (
          <button
            type="button"
            className={buttonClass('small')}
            disabled={busy !== null}
            onClick={() => openConnectModal()}
          >
            Connect a wallet on another device
          </button>
        )}
      </div>
      {busy !== null && <NoAnswer onStop={stopWaiting} />}
      {offered.length === 0 && !place.walletConnectProjectId && (
        <Callout>
          This browser has no wallet. Install one and load the page again, or open the portal where the vault’s wallet
          is.
        </Callout>
      )}
      {trouble && <Trouble trouble={trouble} onOther={(connector) => send(connector, true)} />}
    </div>
  );
}

function Trouble({ trouble, onOther }: { trouble: SendTrouble; onOther: (connector: Connector) => void }) {
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
