'use client';
import Link from 'next/link';
import { useState } from 'react';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { newRequestKey } from '@/components/desk/frame/request-key';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { SecretShown } from '@/components/desk/webhooks/secret-shown';
import { buttonClass } from '@/components/ui/button';
import { type CreatedEndpointAnswer, createdEndpointAnswer } from '@/lib/webhooks/endpoints/schema';
import { createBodyOf, type DialectFacts, newDraft } from './endpoint-draft';
import { newEndpointFaults } from './endpoint-faults';
import { EndpointFields, endpointFields } from './endpoint-fields';

/** Adds an endpoint, and shows its secret in place of the form. */
export function AddEndpoint({ facts }: { facts: DialectFacts }) {
  const { run, pending, problem, clear } = useAction();
  const [draft, setDraft] = useState(() => newDraft('standard', facts));
  const [made, setMade] = useState<CreatedEndpointAnswer | null>(null);
  /** One name for as long as the same thing is asked for, so that a lost answer makes no second endpoint. */
  const [key, setKey] = useState(newRequestKey);
  const { form, fault } = useForm({ problem, clear }, newEndpointFaults(draft), async () => {
    const body = createBodyOf(draft);
    const path = '/api/desk/webhooks/endpoints';
    const answer = await run(path, { method: 'POST', body, key, returns: createdEndpointAnswer });
    if (answer.ok) setMade(answer.data);
  });
  if (made) {
    return (
      <div className="max-w-2xl rounded-lg border border-line bg-surface p-5">
        <SecretShown
          endpoint={made}
          title="The endpoint is there"
          next={
            <Link data-stored href={`/dashboard/webhooks/${made.id}`} className={buttonClass('smallPrimary')}>
              I have stored it, on to the endpoint
            </Link>
          }
        />
      </div>
    );
  }
  return (
    <form {...form} className="max-w-2xl space-y-5">
      <EndpointFields
        draft={draft}
        onChange={(next) => {
          setDraft(next);
          setKey(newRequestKey());
        }}
        fault={fault}
        facts={facts}
        stored={null}
      />
      <ProblemCallout problem={problem} fields={endpointFields} />
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
          {pending ? 'Adding it …' : 'Add this endpoint'}
        </button>
        <Link href="/dashboard/webhooks" className={buttonClass('bare')}>
          Back without adding
        </Link>
      </div>
    </form>
  );
}
