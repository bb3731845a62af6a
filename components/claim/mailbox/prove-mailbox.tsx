import { lazyWords } from '@/components/claim/lazy-words';
import type { ScreenProps } from '@/components/claim/screen-props';
import { MailboxAction } from './mailbox-action';

/** Before anything is offered: the reader shows that the mailbox is theirs. */
export function ProveMailbox({ token, email, say }: Pick<ScreenProps, 'token' | 'say'> & { email: string }) {
  const go = say('claim.do.code', { email });
  const words = lazyWords({ go, looking: say('claim.do.codeSending'), missing: say('claim.partMissing') });
  return <MailboxAction {...{ token, email, words }} />;
}
