'use client';
import { useState } from 'react';
import { ask } from '@/components/ask/ask';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { TextField } from '@/components/ui/fields';

type OrderActionsProps = {
  token: string;
  /** `extend` is null where no more time can be taken. */
  words: { object: string; reason: string; trouble: string; extendWords: string; extend: string | null };
};

/** One press objects, one takes more time. Either is asked for once, and the page is read again to show what came of it. */
export function OrderActions({ token, words }: OrderActionsProps) {
  const [stage, setStage] = useState<'ready' | 'asking' | 'trouble'>('ready');
  const [reason, setReason] = useState('');
  const act = async (what: 'objection' | 'extension', body?: object) => {
    setStage('asking');
    const answer = await ask(`/api/v1/order-links/${token}/${what}`, { method: 'POST', body });
    if (answer?.ok) window.location.reload();
    else setStage('trouble');
  };
  const said = reason.trim();
  const busy = stage === 'asking';
  return (
    <div className="space-y-3">
      {stage === 'trouble' && <Callout tone="warn">{words.trouble}</Callout>}
      <TextField
        name="reason"
        label={words.reason}
        maxLength={300}
        value={reason}
        onChange={setReason}
        readOnly={busy}
      />
      <button
        type="button"
        className={buttonClass()}
        disabled={busy}
        onClick={() => act('objection', said === '' ? {} : { reason: said })}
      >
        {words.object}
      </button>
      {words.extend !== null && (
        <>
          <p className="text-[0.9375rem] text-quiet">{words.extendWords}</p>
          <button type="button" className={buttonClass('quiet')} disabled={busy} onClick={() => act('extension')}>
            {words.extend}
          </button>
        </>
      )}
    </div>
  );
}
