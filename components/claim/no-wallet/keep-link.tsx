'use client';
import { useState, useSyncExternalStore } from 'react';
import { ask } from '@/components/ask/ask';
import { buttonClass } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { useListening } from '@/components/ui/use-listening';
import type { ReminderAsked } from '@/lib/proofs/schema';
import { keyPart } from './key-part';

type KeepLinkProps = {
  link: string;
  token: string;
  title: string;
  /** Masked, where the portal may write there; null where it knows no address of the reader. */
  email: string | null;
  words: Record<'copy' | 'share' | 'mailMyself' | 'remind' | 'reminded' | 'failed', string>;
};

/**
 * Ways to find the link again. Where the portal has a mailbox it writes there; else the reader's own programs keep it, so
 * that nobody leaves an address with us.
 */
export function KeepLink({ link, token, title, email, words }: KeepLinkProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      {email ? (
        <Remind {...{ token, email, words }} />
      ) : (
        <>
          <Share {...{ link, title, words }} />
          <MailMyself {...{ link, title, words }} />
        </>
      )}
      <CopyButton text={() => `${link}${keyPart()}`} noun="link" label={words.copy} />
    </div>
  );
}

function Remind({ token, email, words }: Pick<KeepLinkProps, 'token' | 'words'> & { email: string }) {
  const [stage, setStage] = useState<'idle' | 'asking' | 'asked' | 'failed'>('idle');
  const listening = useListening();
  const remind = async () => {
    setStage('asking');
    const answer = await ask<ReminderAsked>(`/api/v1/claims/${token}/reminder`, { method: 'POST' });
    setStage(answer?.ok ? 'asked' : 'failed');
  };
  const [before = '', after = ''] = words.reminded.split('{email}');
  return (
    <div className="w-full space-y-2">
      {stage !== 'asked' && (
        <button
          type="button"
          className={buttonClass('quiet')}
          disabled={!listening || stage === 'asking'}
          onClick={remind}
        >
          {words.remind}
        </button>
      )}
      <p role="status">
        {stage === 'asked' && (
          <>
            {before}
            <bdi dir="ltr">{email}</bdi>
            {after}
          </>
        )}
        {stage === 'failed' && words.failed}
      </p>
    </div>
  );
}

const never = () => () => {};
const canShare = () => typeof navigator.share === 'function';

/** The system's own sheet, where it has one. */
function Share({ link, title, words }: Pick<KeepLinkProps, 'link' | 'title' | 'words'>) {
  const can = useSyncExternalStore(never, canShare, () => false);
  if (!can) return null;
  // Closing the sheet is no failure, and where it cannot open the other ways stand beside it.
  const share = () => navigator.share({ title, url: `${link}${keyPart()}` }).catch(() => undefined);
  return (
    <button type="button" className={buttonClass('text')} onClick={share}>
      {words.share}
    </button>
  );
}

/** In the reader's own mail program: the address that they choose there never reaches us. */
function MailMyself({ link, title, words }: Pick<KeepLinkProps, 'link' | 'title' | 'words'>) {
  const mailto = (part: string) =>
    `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${link}${part}\n`)}`;
  return (
    <a
      className={buttonClass('text')}
      href={mailto('')}
      onClick={({ currentTarget }) => {
        currentTarget.href = mailto(keyPart());
      }}
    >
      {words.mailMyself}
    </a>
  );
}
