'use client';
import Link from 'next/link';
import { type FormEvent, useRef, useState } from 'react';
import { useFaultFocus } from '@/components/desk/frame/faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { newRequestKey } from '@/components/desk/frame/request-key';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { type CreatedEndpointAnswer, createdEndpointAnswer } from '@/lib/webhooks/endpoints/schema';
import { createBodyOf, type DialectFacts, newDraft } from './endpoint-draft';
import { EndpointFields, endpointFields } from './endpoint-fields';
import { SecretShown } from './secret-shown';

/** Adds an endpoint, and shows its secret in place of the form. */
export function AddEndpoint({ facts }: { facts: DialectFacts }) {
  const { run, pending, problem } = useAction();
  const [draft, setDraft] = useState(() => newDraft('standard', facts));
  const [made, setMade] = useState<CreatedEndpointAnswer | null>(null);
  const form = useRef<HTMLFormElement>(null);
  /** One name for as long as the same thing is asked for, so that a lost answer makes no second endpoint. */
  const [key, setKey] = useState(newRequestKey);
  useFaultFocus(form, problem);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = createBodyOf(draft);
    const answer = await run('/api/desk/webhooks/endpoints', {
      method: 'POST',
      body,
      key,
      returns: createdEndpointAnswer,
    });
    if (answer.ok) setMade(answer.data);
  };
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
    <form ref={form} onSubmit={submit} className="max-w-2xl space-y-5">
      <EndpointFields
        draft={draft}
        onChange={(next) => {
          setDraft(next);
          setKey(newRequestKey());
        }}
        problem={problem}
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
