'use client';
import { useState } from 'react';
import { ask } from '@/components/ask/ask';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { TextField } from '@/components/ui/fields';
import { inLanguage } from '@/components/wallet/in-language';
import { useWalletWords } from '@/components/wallet/wallet-words';
import type { Language } from '@/lib/words/locale';
import { type CodeTrouble, useCode } from './use-code';

export type MailboxStepProps = { token: string; email: string };

/** A code was sent to the mailbox of this payout; its reader types it here. */
function MailboxStep({ token, email }: MailboxStepProps) {
  const say = useWalletWords();
  const { stage, sent, trouble, code, type, send } = useCode(token, say.language);
  const busy = stage === 'sending' || stage === 'checking' || stage === 'proved';
  const masked = sent?.sent_to ?? email;
  return (
    <div className="space-y-4">
      <p role="status">
        {stage === 'sending' ? say('wallet.code.sending') : sent && say('wallet.code.sent', { email: masked })}
      </p>
      {trouble && <Trouble trouble={trouble} />}
      {sent && (
        <TextField
          autoFocus
          name="code"
          label={say('wallet.code.label')}
          hint={say('wallet.code.hint')}
          autoComplete="one-time-code"
          inputMode="numeric"
          dir="ltr"
          maxLength={20}
          disabled={stage === 'proved'}
          readOnly={busy}
          value={code}
          onChange={type}
          className="text-center font-mono text-2xl tracking-widest tabular-nums"
        />
      )}
      <button type="button" className={buttonClass(sent ? 'quiet' : undefined)} disabled={busy} onClick={send}>
        {stage === 'checking' || stage === 'proved' ? say('wallet.code.checking') : say('wallet.code.again')}
      </button>
      <NotYou token={token} />
    </div>
  );
}

function Trouble({ trouble }: { trouble: CodeTrouble }) {
  const say = useWalletWords();
  return <Callout tone="warn">{say(`wallet.code.trouble.${trouble}`)}</Callout>;
}

/** Two presses, as a mail scanner makes one of each button that it finds. */
function NotYou({ token }: Pick<MailboxStepProps, 'token'>) {
  const say = useWalletWords();
  const [stage, setStage] = useState<'closed' | 'sure' | 'told'>('closed');
  const tell = async () => {
    const answer = await ask(`/api/v1/claims/${token}/dispute`, { method: 'POST' });
    if (answer?.ok) setStage('told');
  };
  if (stage === 'told') return <p role="status">{say('wallet.code.notYou.told')}</p>;
  if (stage === 'closed') {
    return (
      <button type="button" className={buttonClass('text')} onClick={() => setStage('sure')}>
        {say('wallet.code.notYou')}
      </button>
    );
  }
  return (
    <div className="space-y-2">
      <p>{say('wallet.code.notYou.sure')}</p>
      <button type="button" className={buttonClass('quiet')} onClick={tell}>
        {say('wallet.code.notYou.tell')}
      </button>
    </div>
  );
}

export const mailboxStepIn = (language: Language) => inLanguage(language, MailboxStep);
