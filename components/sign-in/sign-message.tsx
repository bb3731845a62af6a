'use client';
import { useRef, useState } from 'react';
import { useAccount } from 'wagmi';
import { Action } from '@/components/ui/action';
import { shorten } from '@/components/ui/figures/shorten';
import { Panel } from '@/components/ui/panel';
import { useLater } from '@/components/ui/use-later';
import { signOnce } from '@/components/wallet/ask-once';
import { Connecting, ConnectPanel } from '@/components/wallet/claiming/connect-panel';
import { useWalletChoice } from '@/components/wallet/claiming/use-wallet-choice';
import { readWalletError } from '@/components/wallet/wallet-error';
import type { Answered } from './door';
import { type Failure, failureOf } from './failures';
import { NoWalletHere } from './no-wallet-here';
import { walletFailureOf } from './wallet-failures';

export type SignMessageProps = {
  /** What the button promises, such as "Sign in". */
  label: string;
  /** The text that the wallet is to sign. */
  ask: (address: string, chainId: number | undefined) => Promise<Answered<string>>;
  /** Takes the signature to the portal. */
  bring: (message: string, signature: string) => Promise<Answered<void>>;
  onDone: () => void;
  walletConnectProjectId: string;
};

type State = { at: 'ready' } | { at: 'asking' } | { at: 'checking' } | { at: 'failed'; failure: Failure };

/** From choosing a wallet to a signature that the portal took. */
export function SignMessage({ label, ask, bring, onDone, walletConnectProjectId }: SignMessageProps) {
  const { account, settled, hasWallet, waysIn, openDialog, switchWallet } = useWalletChoice();
  const { connector } = useAccount();
  /** Which request to the wallet counts: an answer to one that was given up is dropped. */
  const latest = useRef<symbol>(null);
  const [state, setState] = useState<State>({ at: 'ready' });

  const fail = (failure: Failure) => setState({ at: 'failed', failure });
  const sign = async () => {
    if (!account || !connector) return fail(walletFailureOf('unclear'));
    const mine = Symbol();
    latest.current = mine;
    setState({ at: 'asking' });
    const offered = await ask(account.address, account.chainId);
    if (latest.current !== mine) return;
    if (!offered.ok) return fail(failureOf(offered.refused));
    const signed = await signOnce(connector, account.address, offered.value).then(
      (signature) => ({ signature }),
      (error: unknown) => ({ trouble: readWalletError(error) }),
    );
    if (latest.current !== mine) return;
    if ('trouble' in signed) return fail(walletFailureOf(signed.trouble));
    setState({ at: 'checking' });
    const answer = await bring(offered.value, signed.signature);
    if (answer.ok) onDone();
    else fail(failureOf(answer.refused));
  };
  const again = () => {
    latest.current = null;
    setState({ at: 'ready' });
  };
  const other = async () => {
    again();
    await switchWallet();
  };

  if (!settled) return <Connecting waysIn={waysIn} />;
  if (!account && !hasWallet) return <NoWalletHere onOtherDevice={walletConnectProjectId ? openDialog : undefined} />;
  if (!account) return <ConnectPanel waysIn={waysIn} />;
  return (
    <Signing state={state} address={account.address} label={label} onSign={sign} onAgain={again} onOther={other} />
  );
}

type SigningProps = {
  state: State;
  address: string;
  label: string;
  onSign: () => void;
  onAgain: () => void;
  onOther: () => void;
};

function Signing({ state, address, label, onSign, onAgain, onOther }: SigningProps) {
  if (state.at === 'checking') return <Panel heading="Checking the signature" />;
  if (state.at === 'asking') return <Asking onAgain={onAgain} onOther={onOther} />;
  const failure = state.at === 'failed' ? state.failure : null;
  return (
    <Panel
      heading={failure?.heading ?? 'Sign with this wallet'}
      actions={
        <>
          <Action onPress={onSign}>{failure ? 'Try again' : label}</Action>
          <Action kind="text" onPress={onOther}>
            Use another wallet
          </Action>
        </>
      }
    >
      {failure && <p>{failure.words}</p>}
      <p>
        <span className="font-mono text-text">{shorten(address)}</span>
        {!failure && (
          <span> is connected. Your wallet will show a message; signing it costs nothing and moves no money.</span>
        )}
      </p>
    </Panel>
  );
}

/** A wallet that said nothing for so long may never answer. */
const maxWaitMs = 20_000;

function Asking({ onAgain, onOther }: { onAgain: () => void; onOther: () => void }) {
  const isLate = useLater(maxWaitMs);
  return (
    <Panel
      heading="Waiting for your wallet"
      actions={
        isLate && (
          <>
            <Action kind="quiet" onPress={onAgain}>
              Ask again
            </Action>
            <Action kind="text" onPress={onOther}>
              Use another wallet
            </Action>
          </>
        )
      }
    >
      <p>It shows a message. Signing it costs nothing and moves no money.</p>
      {isLate && <p>It has not answered yet. Open it and look for a request of this page.</p>}
    </Panel>
  );
}
