import Link from 'next/link';
import { CopyField } from '@/components/ui/copy-field';

/** Where our requests come from, for firewalls. */
export function SentFrom({ addresses }: { addresses: readonly string[] }) {
  if (addresses.length === 0) {
    return (
      <p className="max-w-prose text-sm text-pretty text-quiet">
        Your portal’s operator has named none. Do not let messages in by where they come from: verify their signatures.
      </p>
    );
  }
  return (
    <div className="max-w-prose">
      <CopyField label="For your firewall" value={addresses.join(', ')} noun="addresses">
        It is no proof that a message is ours: verify signatures, too.
      </CopyField>
    </div>
  );
}

/** The way to what was missed, however it came about. */
export function CatchUp() {
  return (
    <p className="max-w-prose text-sm text-pretty text-quiet">
      Missed something? Every event has a number, 1, 2, 3 and so on without a gap. Ask{' '}
      <code className="font-mono text-text">GET /api/v1/events?after=</code> with the last number that you have, and you
      get all later ones, whether or not they were delivered. Or open an endpoint and send a range again. See{' '}
      <Link href="/docs" prefetch={false} className="text-link underline underline-offset-4">
        the API guide
      </Link>
      .
    </p>
  );
}
