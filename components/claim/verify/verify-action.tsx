'use client';
import { LazyButton } from '@/components/claim/lazy-button';
import type { LazyWords } from '@/components/claim/lazy-words';
import { useLazyStep } from '@/components/claim/use-lazy-step';
import { usePageWords } from '@/components/ui/words/page-words';
import type { VerifyStepProps } from '@/components/wallet/verifying/verify-step';

/** The button of a verification, whose wallet code is loaded as the claim's is. */
export function VerifyAction({ words, ...props }: VerifyStepProps & { words: LazyWords }) {
  const { language } = usePageWords();
  const load = () =>
    import('@/components/wallet/verifying/verify-step').then((module) => module.verifyStepIn(language));
  const { Step, ...step } = useLazyStep(load, true);
  return Step ? <Step {...props} /> : <LazyButton step={step} words={words} />;
}
