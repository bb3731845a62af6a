'use client';
import { type MouseEvent, useEffect, useState } from 'react';
import { ask } from '@/components/ask/ask';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { TextField } from '@/components/ui/fields';

type OrderActionsProps = {
  token: string;
  /** `extend` is null where no more time can be taken. */
  words: { object: string; reason: string; trouble: string; extendWords: string; extend: string | null };
};

/** Milliseconds. Scanners of mails press what they find at once; a reader reads first. */
const readingMs = 3_000;

/** One press objects, one takes more time. Either is asked for once, and the page is read again to show what came of it. */
export function OrderActions({ token, words }: OrderActionsProps) {
  const [stage, setStage] = useState<'ready' | 'asking' | 'trouble'>('ready');
  const [reason, setReason] = useState('');
  const [read, setRead] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRead(true), readingMs);
    return () => clearTimeout(timer);
  }, []);
  const act = async (press: MouseEvent, what: 'objection' | 'extension', body?: object) => {
    // What a script presses is no wish of the buyer.
    if (!press.isTrusted) return;
    setStage('asking');
    const answer = await ask(`/api/v1/order-links/${token}/${what}`, { method: 'POST', body });
    if (answer?.ok) window.location.reload();
    else setStage('trouble');
  };
  const said = reason.trim();
  const busy = stage === 'asking' || !read;
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
        onClick={(press) => act(press, 'objection', said === '' ? {} : { reason: said })}
      >
        {words.object}
      </button>
      {words.extend !== null && (
        <>
          <p className="text-[0.9375rem] text-quiet">{words.extendWords}</p>
          <button
            type="button"
            className={buttonClass('quiet')}
            disabled={busy}
            onClick={(press) => act(press, 'extension')}
          >
            {words.extend}
          </button>
        </>
      )}
    </div>
  );
}
