'use client';
import { useEffect, useRef, useState } from 'react';
import { signWithPasskey } from '@/components/passkey/ask-passkey';
import { passkeyWords, type TroubleWords } from '@/components/passkey/passkey-trouble';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { passkeyOffer } from '@/lib/access/passkey-schema';
import { askDesk } from './ask';
import { useWho } from './who';

/** Asks the browser for one of the person's own passkeys at once: the press that led here counts as the person's wish. */
export function ByPasskey({ onDone }: { onDone: () => void }) {
  const { merchantId, confirm } = useWho();
  const [failure, setFailure] = useState<TroubleWords | null>(null);
  const [asking, setAsking] = useState(true);
  const begun = useRef(false);
  const facts = { method: 'POST', merchantId } as const;

  const prove = async (): Promise<TroubleWords | null> => {
    const offered = await askDesk(`${confirm}/passkey-challenge`, { ...facts, body: {}, returns: passkeyOffer });
    if (!offered.ok) return { heading: 'It was not confirmed', words: offered.problem.detail };
    const signed = await signWithPasskey(offered.data);
    if (!signed.ok) return passkeyWords[signed.trouble];
    const answer = await askDesk(`${confirm}/passkey`, { ...facts, body: signed.value });
    return answer.ok ? null : { heading: 'It was not confirmed', words: answer.problem.detail };
  };
  const begin = async () => {
    setAsking(true);
    setFailure(null);
    const failed = await prove();
    setAsking(false);
    setFailure(failed);
    if (!failed) onDone();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when this appears
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void begin();
  }, []);

  return (
    <div className="space-y-3">
      <p className="text-sm text-quiet" role="status">
        {asking ? 'Your browser asks for your passkey …' : ''}
      </p>
      {failure && (
        <Callout tone="warn">
          <strong className="font-medium">{failure.heading}.</strong> {failure.words}
        </Callout>
      )}
      {!asking && failure && (
        <button type="button" className={buttonClass('smallPrimary')} onClick={begin}>
          Ask again
        </button>
      )}
    </div>
  );
}
