'use client';
import { LazyButton } from '@/components/claim/lazy-button';
import type { LazyWords } from '@/components/claim/lazy-words';
import { useLazyStep } from '@/components/claim/use-lazy-step';
import { usePageWords } from '@/components/ui/words/page-words';
import type { PasteStepProps } from '@/components/wallet/sending/paste-step';

/** For those who type where it should go. */
export function PasteAction({ words, ...props }: PasteStepProps & { words: LazyWords }) {
  const { language } = usePageWords();
  const load = () => import('@/components/wallet/sending/paste-step').then((module) => module.pasteStepIn(language));
  const { Step, ...step } = useLazyStep(load, false);
  return Step ? <Step {...props} /> : <LazyButton step={step} words={words} />;
}
