import { env } from '@/lib/kernel/env';
import type { AssetTerms } from '@/lib/merchants/schema';

/** The first request of a merchant's server, for its own asset. */
export function curlCommand({ chain, asset, minimum }: AssetTerms): string {
  const body = { amount: minimum, asset, chain, recipient: { type: 'anyone' }, reference: 'first-by-curl' };
  return [
    `curl ${env.BASE_URL}/api/v1/payouts \\`,
    `  -H 'Authorization: Bearer db_…' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n');
}
