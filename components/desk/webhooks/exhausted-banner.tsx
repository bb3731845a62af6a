'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { EndpointAnswer } from '@/lib/webhooks/endpoints/schema';
import { exhaustedResent } from '@/lib/webhooks/events/delivery-schema';
import { shortUrl } from './words';

/** As many as an endpoint's count goes to. */
const maxCounted = 10_000;

/** Messages that were given up, with the one press that sends them again. Absent where there are none. */
export function ExhaustedBanner({ endpoints }: { endpoints: readonly EndpointAnswer[] }) {
  const troubled = endpoints.filter(({ health }) => health.exhausted > 0);
  return (
    <div className="space-y-2 not-empty:mb-5">
      {troubled.map((endpoint) => (
        <OneEndpoint key={endpoint.id} endpoint={endpoint} />
      ))}
    </div>
  );
}

function OneEndpoint({ endpoint }: { endpoint: EndpointAnswer }) {
  const { id, url, status, health } = endpoint;
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const may = useMay('webhooks:write');
  const [queued, setQueued] = useState(0);
  const count = health.exhausted >= maxCounted ? 'More than 10,000' : health.exhausted.toLocaleString('en-GB');
  const again = async () => {
    let more = true;
    let total = 0;
    while (more) {
      const path = `/api/desk/webhooks/endpoints/${id}/resend-exhausted`;
      const answer = await run(path, { method: 'POST', returns: exhaustedResent });
      more = answer.ok && answer.data.more;
      total += answer.ok ? answer.data.queued : 0;
      setQueued(total);
    }
    router.refresh();
  };
  return (
    <>
      <Callout
        tone="warn"
        actions={
          <span className="flex flex-wrap gap-2">
            <Link
              href={`/dashboard/webhooks/deliveries?endpoint=${id}&status=exhausted`}
              prefetch={false}
              className={buttonClass('bare')}
            >
              Look at them
            </Link>
            {may && (
              <button type="button" className={buttonClass('small')} disabled={pending} onClick={again}>
                {pending ? `Queued ${queued.toLocaleString('en-GB')} …` : 'Send again'}
              </button>
            )}
          </span>
        }
      >
        {count} {health.exhausted === 1 ? 'message' : 'messages'} to <strong>{shortUrl(url)}</strong>{' '}
        {health.exhausted === 1 ? 'was' : 'were'} given up after every try.
        {status === 'paused' && ' The endpoint is paused: what you send again waits until you resume it.'}
      </Callout>
      <ProblemCallout problem={problem} />
    </>
  );
}
