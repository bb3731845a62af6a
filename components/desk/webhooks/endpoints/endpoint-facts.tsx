import { dialectWords, retryWords } from '@/components/desk/webhooks/words';
import { CopyField } from '@/components/ui/copy-field';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Time } from '@/components/ui/figures/time';
import type { EndpointAnswer } from '@/lib/webhooks/endpoints/schema';
import { EndpointState } from './endpoint-state';

const orNone = (list: readonly string[]) => (list.length > 0 ? list.join(', ') : 'None');

/** Everything about an endpoint that is no secret. */
export function EndpointFacts({ endpoint }: { endpoint: EndpointAnswer }) {
  const { health, rotation } = endpoint;
  return (
    <div className="max-w-3xl space-y-4">
      <Facts>
        <Fact name="State">
          <EndpointState endpoint={endpoint} />
        </Fact>
        {health.failing_since && (
          <Fact name="Failing since">
            <Time iso={health.failing_since} />
            {health.next_probe_at && (
              <>
                ; one message is tried at <Time iso={health.next_probe_at} />, the others wait for it
              </>
            )}
          </Fact>
        )}
        <Fact name="Waiting to be sent">{health.pending.toLocaleString('en-GB')}</Fact>
        <Fact name="Given up">{health.exhausted.toLocaleString('en-GB')}</Fact>
        <Fact name="Address">
          <span className="font-mono text-[0.8125rem]">{endpoint.url}</span>
        </Fact>
        <Fact name="Dialect">{dialectWords[endpoint.dialect].name}</Fact>
        <Fact name="Taken when">{dialectWords[endpoint.dialect].taken}</Fact>
        <Fact name="Wants">{endpoint.events.includes('*') ? 'Every event' : endpoint.events.join(', ')}</Fact>
        <Fact name="Order">
          {endpoint.ordered
            ? 'Strictly one after another for each payout'
            : 'As fast as possible; version and sequence tell the order'}
        </Fact>
        <Fact name="Tried">{retryWords(endpoint.retry_hours)}</Fact>
        <Fact name="Told when we give up">{endpoint.notice_email ?? 'The address in your settings'}</Fact>
        <Fact name="Headers of your own">{orNone(endpoint.headers)}</Fact>
        <Fact name="Proof">
          {endpoint.signing === 'hmac' ? 'HMAC with a shared secret' : 'ed25519 with a key pair'}
        </Fact>
        {rotation && (
          <Fact name="Former secret signs, too, until">
            <Time iso={rotation.previous_until} />
          </Fact>
        )}
        <Fact name="Added">
          <Time iso={endpoint.created_at} />
        </Fact>
      </Facts>
      {endpoint.public_key && <CopyField label="Public key" value={endpoint.public_key} noun="public key" />}
    </div>
  );
}
