'use client';
import { useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import type { ChainForWallet } from '@/components/wallet/wallet-config';
import { CodeForm } from './code-form';
import { askForMessage, bring } from './door';
import { EmailForm } from './email-form';
import { PasskeyButton } from './passkey-button';
import { WalletButton } from './wallet-button';

type SignInProps = {
  /** Where to go afterwards: a path of our own. */
  next: string;
  /** Null where the portal serves no network: then there is nothing that a wallet could sign for. */
  chain: ChainForWallet | null;
  walletConnectProjectId: string;
  /** Whether browsers keep passkeys for this portal. */
  passkeys: boolean;
  /** Makes the person who signs in with it an operator. */
  operatorLink?: string;
};

type Step = 'choose' | 'code' | 'wallet';

/** All ways in. Whichever is begun takes the whole card, so that there is one thing to do at a time. */
export function SignIn({ next, chain, walletConnectProjectId, passkeys, operatorLink }: SignInProps) {
  const [email, setEmail] = useState('');
  const [step, setStep] = useState<Step>('choose');
  const [rounds, setRounds] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const enter = () => window.location.assign(next);
  const back = () => {
    setStep('choose');
    setRounds((count) => count + 1);
  };
  useEffect(() => {
    if (rounds > 0) heading.current?.focus();
  }, [rounds]);

  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight">
        {step === 'code' ? 'Check your e-mail' : operatorLink ? 'Become an operator' : 'Sign in'}
      </h1>
      {step === 'code' && <CodeForm email={email.trim()} operatorLink={operatorLink} onIn={enter} onBack={back} />}
      {step === 'choose' && (
        <>
          <p className="mt-1.5 mb-6 text-[0.9375rem] text-pretty text-quiet">
            {operatorLink
              ? 'Prove an e-mail address or a wallet. You will sign in with it as an operator of this portal from now on.'
              : 'To your payouts, with the address or the wallet that your team knows, or with a passkey of yours.'}
          </p>
          <EmailForm email={email} operatorLink={operatorLink} onEmail={setEmail} onSent={() => setStep('code')} />
        </>
      )}
      {passkeys && step === 'choose' && (
        <div className="mt-5">
          <Or />
          <PasskeyButton onIn={enter} />
        </div>
      )}
      {chain && step !== 'code' && (
        <div className={passkeys ? 'mt-3' : 'mt-5'}>
          {step === 'choose' && !passkeys && <Or />}
          <WalletButton
            key={rounds}
            chain={chain}
            walletConnectProjectId={walletConnectProjectId}
            label="Sign in with this wallet"
            ask={askForMessage}
            bring={(message, signature) => bring({ by: 'wallet', message, signature }, operatorLink)}
            onOpen={() => setStep('wallet')}
            onDone={enter}
          >
            Sign in with a wallet
          </WalletButton>
        </div>
      )}
      {step === 'wallet' && (
        <p className="mt-5 text-center">
          <button type="button" className={buttonClass('text')} onClick={back}>
            Use a code by e-mail instead
          </button>
        </p>
      )}
    </>
  );
}

function Or() {
  const lines = 'before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line';
  return <p className={`mb-5 flex items-center gap-3 text-sm text-quiet ${lines}`}>or</p>;
}
