'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { dialectWords } from '@/components/desk/webhooks/words';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { type EndpointAnswer, endpointAnswer } from '@/lib/webhooks/endpoints/schema';
import { type DialectFacts, draftOf, updateBodyOf } from './endpoint-draft';
import { changedEndpointFaults } from './endpoint-faults';
import { EndpointFields, endpointFields } from './endpoint-fields';

/** Changes an endpoint. Only what differs is sent, so that two people do not undo each other's work. */
export function EditEndpoint({ endpoint, facts }: { endpoint: EndpointAnswer; facts: DialectFacts }) {
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const [draft, setDraft] = useState(() => draftOf(endpoint));
  const page = `/dashboard/webhooks/${endpoint.id}`;
  const { form, fault } = useForm({ problem, clear }, changedEndpointFaults(draft, endpoint), async () => {
    const body = updateBodyOf(draft, endpoint);
    const path = `/api/desk/webhooks/endpoints/${endpoint.id}`;
    const answer = await run(path, { method: 'PATCH', body, returns: endpointAnswer });
    if (!answer.ok) return;
    router.push(page);
    router.refresh();
  });
  return (
    <form {...form} className="max-w-2xl space-y-5">
      <Callout>
        It speaks {dialectWords[endpoint.dialect].name}. Dialect and signing stay as they are: for others, add another
        endpoint and delete this one.
      </Callout>
      <EndpointFields draft={draft} onChange={setDraft} fault={fault} facts={facts} stored={endpoint.headers} />
      <ProblemCallout problem={problem} fields={endpointFields} />
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
          {pending ? 'Saving …' : 'Save the changes'}
        </button>
        <Link href={page} className={buttonClass('bare')}>
          Back without saving
        </Link>
      </div>
    </form>
  );
}
