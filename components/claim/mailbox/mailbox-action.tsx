'use client';
import { LazyButton } from '@/components/claim/lazy-button';
import type { LazyWords } from '@/components/claim/lazy-words';
import { useLazyStep } from '@/components/claim/use-lazy-step';
import { usePageWords } from '@/components/ui/words/page-words';
import type { MailboxStepProps } from './mailbox-step';

/** The button of a payout to a mailbox: pressed, a code is sent there. */
export function MailboxAction({ words, ...props }: MailboxStepProps & { words: LazyWords }) {
  const { language } = usePageWords();
  const load = () => import('./mailbox-step').then((module) => module.mailboxStepIn(language));
  const { Step, ...step } = useLazyStep(load, true);
  return Step ? <Step {...props} /> : <LazyButton step={step} words={words} />;
}
