'use client';
import { LazyButton } from '@/components/claim/lazy-button';
import type { LazyWords } from '@/components/claim/lazy-words';
import { useLazyStep } from '@/components/claim/use-lazy-step';
import { usePageWords } from '@/components/ui/words/page-words';
import type { SendStepProps } from '@/components/wallet/sending/send-step';

/** One press and it is sent: no wallet is asked for anything. */
export function SendAction({ words, ...props }: SendStepProps & { words: LazyWords }) {
  const { language } = usePageWords();
  const load = () => import('@/components/wallet/sending/send-step').then((module) => module.sendStepIn(language));
  const { Step, ...step } = useLazyStep(load, true);
  return Step ? <Step {...props} /> : <LazyButton step={step} words={words} />;
}
