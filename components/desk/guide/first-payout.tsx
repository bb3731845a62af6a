'use client';
import { useState } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { newRequestKey } from '@/components/desk/frame/request-key';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import type { AssetTerms } from '@/lib/merchants/schema';
import { createdPayoutAnswer } from '@/lib/payouts/schema';

type FirstPayoutProps = { terms: AssetTerms | null; command: string | null };

/** The smallest payout there can be; the person who reads this opens its link. */
export function FirstPayout({ terms, command }: FirstPayoutProps) {
  const { run, pending, problem } = useAction();
  const [key] = useState(newRequestKey);
  const [link, setLink] = useState<string | null>(null);
  const may = useMay('payouts:write');
  if (!terms || !command) return <Callout>Choose what you pay out first.</Callout>;
  const { chain, asset, minimum } = terms;
  const make = async () => {
    const reference = `first-${key.slice(0, 8)}`;
    const body = { amount: minimum, asset, chain, recipient: { type: 'anyone' }, reference };
    const answer = await run('/api/desk/payouts', { method: 'POST', body, key, returns: createdPayoutAnswer });
    if (answer.ok) setLink(answer.data.claim_url);
  };
  return (
    <div className="max-w-prose space-y-5">
      {link ? (
        <Callout tone="good">
          <a href={link} target="_blank" rel="noopener" className="font-medium underline underline-offset-4">
            Open the claim page
          </a>{' '}
          and collect it with a wallet of your own. This step is done once the network has confirmed it.
        </Callout>
      ) : (
        may && (
          <button type="button" className={buttonClass('smallPrimary')} disabled={pending} onClick={make}>
            Pay {minimum} {asset} to myself
          </button>
        )
      )}
      <ProblemCallout problem={problem} />
      <div className="space-y-1.5">
        <div className="flex items-end justify-between gap-3">
          <p className="text-sm text-pretty text-quiet">
            Or as your server will do it, with your API key in place of <code className="font-mono">db_…</code>. Then
            open the <code className="font-mono">claim_url</code> of the answer.
          </p>
          <span className="shrink-0">
            <CopyButton text={command} noun="command" label="Copy" look={buttonClass('small')} />
          </span>
        </div>
        <CodeBlock label="Request for a first payout" text={command} />
      </div>
    </div>
  );
}
