import type { ReactNode } from 'react';
import { SecretOnce } from '@/components/desk/dialogs/secret-once';
import { CopyField } from '@/components/ui/copy-field';
import type { CreatedEndpointAnswer } from '@/lib/webhooks/endpoints/schema';
import { dialectWords } from './words';

type SecretShownProps = { endpoint: CreatedEndpointAnswer; title: string; next: ReactNode };

/** What verifies the messages of an endpoint: its secret, this once, or its public key, which is none. */
export function SecretShown({ endpoint, title, next }: SecretShownProps) {
  const { secret, public_key, dialect } = endpoint;
  const words = `${dialectWords[dialect].proof} Verify it before you act on a message, and read the payout back by GET.`;
  if (secret !== null) {
    return (
      <SecretOnce
        title={title}
        label="Secret of this endpoint"
        value={secret}
        noun="secret"
        kept="We keep it encrypted to sign with, and show it to nobody again."
        next={next}
      >
        {words}
      </SecretOnce>
    );
  }
  return (
    <div className="space-y-4" role="status">
      <h2 className="text-base font-semibold">{title}</h2>
      <CopyField label="Public key" value={public_key ?? ''} noun="public key">
        No secret: you find it on the endpoint’s page at any time. The private key never leaves this portal.
      </CopyField>
      <p className="text-sm text-pretty text-quiet">{words}</p>
      <div className="flex flex-wrap gap-2">{next}</div>
    </div>
  );
}
