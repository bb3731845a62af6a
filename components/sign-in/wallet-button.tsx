'use client';
import { type ComponentType, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { useListening } from '@/components/ui/use-listening';
import type { WalletSignInProps } from './wallet-sign-in';

const load = () => import('./wallet-sign-in');
const preload = () => {
  load().catch(() => {});
};

type WalletButtonProps = WalletSignInProps & { children: string; onOpen?: () => void };

/** Opens the wallet's part of the page. Its code is fetched when the visitor is about to press, never before. */
export function WalletButton({ children, onOpen, ...step }: WalletButtonProps) {
  const [state, setState] = useState<'idle' | 'loading' | 'broken'>('idle');
  const [Step, setStep] = useState<ComponentType<WalletSignInProps>>();
  const listening = useListening();

  const open = () => {
    setState('loading');
    load().then(
      (module) => {
        setStep(() => module.WalletSignIn);
        onOpen?.();
      },
      () => setState('broken'),
    );
  };

  if (Step) return <Step {...step} />;
  return (
    <>
      <button
        type="button"
        className={buttonClass('quiet')}
        disabled={!listening || state === 'loading'}
        onPointerEnter={preload}
        onTouchStart={preload}
        onFocus={preload}
        onClick={open}
      >
        {state === 'loading' ? 'Looking for your wallet…' : children}
      </button>
      {state === 'broken' && (
        <p role="alert" className="mt-3 text-center text-[0.9375rem] text-warn">
          The wallet part of this page did not load. Check your connection and press again, or reload the page.
        </p>
      )}
    </>
  );
}
