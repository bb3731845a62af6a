import { checksumAddress } from '@/lib/chains/address';
import { formatAmount } from '@/lib/kernel/money';
import type { GatewayPayout } from '@/lib/rails/shkeeper/client';
import { sourceUrl } from '@/lib/sources/create';
import type { Due } from './due-store';
import type { Submission } from './store';

/** A submission as the gateway is told it: plain decimal text, above zero, with no more decimals than the token has. */
export function requestOf(submission: Submission, { payout, gateway }: Pick<Due, 'payout' | 'gateway'>): GatewayPayout {
  const { crypto, externalId, recipient, amount } = submission;
  if (amount <= 0n) throw new Error(`${submission.id} would pay nothing`);
  return {
    ...{ crypto, externalId, amount: formatAmount(amount, payout.decimals) },
    destination: checksumAddress(recipient),
    callbackUrl: sourceUrl({ dialect: gateway.kind, id: gateway.sourceId }),
  };
}
