'use client';
import { useState } from 'react';
import { useSignMessage } from 'wagmi';
import { shorten } from '@/components/ui/shorten';
import { Action } from '@/components/wallet/action';
import { Connecting, ConnectPanel } from '@/components/wallet/connect-panel';
import { Panel } from '@/components/wallet/panel';
import { useWalletChoice } from '@/components/wallet/use-wallet-choice';
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
  const { signMessageAsync } = useSignMessage();
  const [state, setState] = useState<State>({ at: 'ready' });

  const fail = (failure: Failure) => setState({ at: 'failed', failure });
  const sign = async () => {
    if (!account) return;
    setState({ at: 'asking' });
    const offered = await ask(account.address, account.chainId);
    if (!offered.ok) return fail(failureOf(offered.refused));
    const signed = await signMessageAsync({ message: offered.value }).then(
      (signature) => ({ signature }),
      (error: unknown) => ({ trouble: readWalletError(error) }),
    );
    if ('trouble' in signed) return fail(walletFailureOf(signed.trouble));
    setState({ at: 'checking' });
    const answer = await bring(offered.value, signed.signature);
    if (answer.ok) onDone();
    else fail(failureOf(answer.refused));
  };
  const other = async () => {
    setState({ at: 'ready' });
    await switchWallet();
  };

  if (!settled) return <Connecting waysIn={waysIn} />;
  if (!account && !hasWallet) return <NoWalletHere onOtherDevice={walletConnectProjectId ? openDialog : undefined} />;
  if (!account) return <ConnectPanel waysIn={waysIn} />;
  return <Signing state={state} address={account.address} label={label} onSign={sign} onOther={other} />;
}

type SigningProps = { state: State; address: string; label: string; onSign: () => void; onOther: () => void };

function Signing({ state, address, label, onSign, onOther }: SigningProps) {
  if (state.at === 'checking') return <Panel heading="Checking the signature" />;
  if (state.at === 'asking') {
    return (
      <Panel heading="Waiting for your wallet">
        <p>It shows a message. Signing it costs nothing and moves no money.</p>
      </Panel>
    );
  }
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
        {!failure && ' is connected. Your wallet will show a message; signing it costs nothing and moves no money.'}
      </p>
    </Panel>
  );
}
