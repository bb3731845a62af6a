import type { ClaimSay } from '@/components/claim/claim-say';
import type { ClaimView } from '@/lib/claims/schema';

const translated = [
  'claim_reverted',
  'payment_reverted',
  'moved_something_else',
  'paid_something_else',
  'reorganised',
  'not_as_agreed',
  'no_claim_reported',
  'recipient_not_signed_for',
  'other_amount',
] as const;

type FailureReasonProps = { code: ClaimView['failure_code']; reason: string | null; say: ClaimSay };

/** Why it failed. English has the portal's whole sentence; so has a code that few recipients ever meet. */
export function FailureReason({ code, reason, say }: FailureReasonProps) {
  const known = say.language === 'en' ? undefined : translated.find((one) => one === code);
  if (known) return say(`claim.reason.${known}`);
  return (
    <span lang="en" dir="ltr">
      {reason}
    </span>
  );
}
