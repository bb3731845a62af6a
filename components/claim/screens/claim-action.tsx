'use client';
import { type ComponentType, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { useListening } from '@/components/ui/use-listening';
import type { WalletStepProps } from '@/components/wallet/claiming/wallet-step';

const load = () => import('@/components/wallet/claiming/wallet-step');
const preload = () => {
  load().catch(() => {});
};

type ClaimActionProps = WalletStepProps & { words: { go: string; looking: string; missing: string } };

/** The claim's main button, by which nothing is sent yet. Wallet code is fetched when the visitor is about to press it, never before. */
export function ClaimAction({ words, ...step }: ClaimActionProps) {
  const [state, setState] = useState<'idle' | 'loading' | 'broken'>('idle');
  const [Step, setStep] = useState<ComponentType<WalletStepProps>>();
  const listening = useListening();

  const open = () => {
    setState('loading');
    load().then(
      (module) => setStep(() => module.WalletStep),
      () => setState('broken'),
    );
  };

  if (Step) return <Step {...step} />;
  return (
    <>
      <button
        type="button"
        className={buttonClass()}
        disabled={!listening || state === 'loading'}
        onPointerEnter={preload}
        onTouchStart={preload}
        onFocus={preload}
        onClick={open}
      >
        {state === 'loading' ? words.looking : words.go}
      </button>
      {state === 'broken' && (
        <p role="alert" className="mt-3 text-center text-[0.9375rem] text-warn">
          {words.missing}
        </p>
      )}
    </>
  );
}
