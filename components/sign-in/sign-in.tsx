'use client';
import { useEffect, useRef, useState } from 'react';
import type { ChainForWallet } from '@/components/wallet/wallet-config';
import { CodeForm } from './code-form';
import { askForMessage, bring } from './door';
import { EmailForm } from './email-form';
import { WalletButton } from './wallet-button';

type SignInProps = {
  /** Where to go afterwards: a path of our own. */
  next: string;
  /** Null where the portal serves no network: then there is nothing that a wallet could sign for. */
  chain: ChainForWallet | null;
  walletConnectProjectId: string;
};

/** Both ways in. The code's second step takes the whole card, as it needs nothing else. */
export function SignIn({ next, chain, walletConnectProjectId }: SignInProps) {
  const [email, setEmail] = useState('');
  const [step, setStep] = useState<'choose' | 'code'>('choose');
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const enter = () => window.location.assign(next);
  const go = (to: 'choose' | 'code') => {
    moved.current = true;
    setStep(to);
  };
  useEffect(() => {
    if (moved.current && step === 'choose') heading.current?.focus();
  }, [step]);

  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight">
        {step === 'code' ? 'Look into your mail' : 'Sign in'}
      </h1>
      {step === 'code' ? (
        <div className="mt-2">
          <CodeForm email={email.trim()} onIn={enter} onBack={() => go('choose')} />
        </div>
      ) : (
        <>
          <p className="mt-1.5 mb-6 text-[0.9375rem] text-pretty text-quiet">
            To your payouts, with the address or the wallet that your team knows.
          </p>
          <EmailForm email={email} onEmail={setEmail} onSent={() => go('code')} />
          {chain && (
            <>
              <p className="my-5 flex items-center gap-3 text-sm text-quiet before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
                or
              </p>
              <WalletButton
                chain={chain}
                walletConnectProjectId={walletConnectProjectId}
                label="Sign in with this wallet"
                ask={askForMessage}
                bring={(message, signature) => bring({ by: 'wallet', message, signature })}
                onDone={enter}
              >
                Sign in with a wallet
              </WalletButton>
            </>
          )}
        </>
      )}
    </>
  );
}
