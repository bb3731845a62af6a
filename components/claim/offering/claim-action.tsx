'use client';
import { LazyButton } from '@/components/claim/lazy-button';
import type { LazyWords } from '@/components/claim/lazy-words';
import { useLazyStep } from '@/components/claim/use-lazy-step';
import { usePageWords } from '@/components/ui/words/page-words';
import type { WalletStepProps } from '@/components/wallet/claiming/wallet-step';

type ClaimActionProps = WalletStepProps & { words: LazyWords; isAside?: boolean };

/** The claim's button for those who have a wallet here, by which nothing is sent yet. */
export function ClaimAction({ words, isAside = false, ...props }: ClaimActionProps) {
  const { language } = usePageWords();
  const load = () => import('@/components/wallet/claiming/wallet-step').then((module) => module.walletStepIn(language));
  const { Step, ...step } = useLazyStep(load, !isAside);
  return Step ? <Step {...props} /> : <LazyButton step={step} words={words} />;
}
