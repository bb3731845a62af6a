import { CodeBlock } from '@/components/ui/code-block';
import { Time } from '@/components/ui/figures/time';
import { Fold } from '@/components/ui/fold';
import { Status } from '@/components/ui/status';
import type { DeliveryDetail } from '@/lib/webhooks/events/delivery-schema';
import { readable } from './readable-json';

type Attempt = DeliveryDetail['log'][number];

const headerLines = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

type AttemptLogProps = {
  log: readonly Attempt[];
  /** Whether the endpoint takes a message by answering so. */
  accepts: (status: number) => boolean;
};

/** Every attempt of a delivery, the newest first and open. */
export function AttemptLog({ log, accepts }: AttemptLogProps) {
  return (
    <ol className="space-y-3">
      {log.map((attempt, index) => (
        <li key={attempt.number} className="rounded-lg border border-line bg-surface">
          <details open={index === 0}>
            <summary className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-sm">
              <span className="font-medium">Attempt {attempt.number}</span>
              <Outcome attempt={attempt} accepts={accepts} />
              <span className="text-quiet">
                <Time iso={attempt.started_at} />
              </span>
              <span className="text-quiet tabular-nums">{attempt.duration_ms.toLocaleString('en-GB')} ms</span>
            </summary>
            <AttemptBody attempt={attempt} />
          </details>
        </li>
      ))}
    </ol>
  );
}

function Outcome({ attempt: { status, error }, accepts }: { attempt: Attempt } & Pick<AttemptLogProps, 'accepts'>) {
  if (status === null) return <Status tone="bad">No answer</Status>;
  return <Status tone={error === null && accepts(status) ? 'good' : 'bad'}>Answered {status}</Status>;
}

function AttemptBody({ attempt: { request, answer, error } }: { attempt: Attempt }) {
  const { method, url, headers, body } = request;
  return (
    <div className="space-y-3 border-t border-line px-4 py-3">
      {error && <p className="text-sm text-bad">{error}</p>}
      <p className="font-mono text-[0.8125rem] wrap-anywhere">
        {method} {url ?? ''}
      </p>
      {headers && (
        <Fold title="Headers that we sent">
          <CodeBlock label="Headers that we sent" text={headerLines(headers)} />
        </Fold>
      )}
      {body && (
        <Fold title="Body that we sent">
          <CodeBlock label="Body that we sent" text={readable(body)} />
          <p className="mt-1 text-xs text-quiet">
            Broken into lines to be read. It went out on one; signatures are made over that.
          </p>
        </Fold>
      )}
      <div>
        <p className="mb-1 text-[0.9375rem] text-quiet">Answer, at most its first 2,048 bytes</p>
        {answer ? <CodeBlock label="Answer" text={answer} /> : <p className="text-sm text-quiet">Nothing in it.</p>}
      </div>
    </div>
  );
}
