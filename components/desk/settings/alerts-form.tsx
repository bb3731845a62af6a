'use client';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { TextField } from '@/components/ui/fields';
import { alertsBody, settingsAnswer } from '@/lib/merchants/schema';
import { SaveRow } from './save-row';
import { useDraft } from './use-draft';

/** Who is told when something needs a person. */
export function AlertsForm({ email }: { email: string | null }) {
  const { form, field, problem, row } = useDraft({
    ...{ path: '/api/desk/settings/notices', stored: { notice_email: email ?? '' }, returns: settingsAnswer },
    bodyOf: (given) => ({ notice_email: given.notice_email.trim() || null }),
    faultsOf: (body) => schemaFaults(alertsBody, body),
  });
  return (
    <form {...form} className="max-w-md space-y-4">
      <TextField
        {...field('notice_email')}
        label="Mail address"
        hint="Told when webhooks cannot be delivered, unless an endpoint names its own address. Empty: nobody is."
        type="email"
        maxLength={254}
      />
      <ProblemCallout problem={problem} fields={['notice_email']} />
      <SaveRow {...row} verb="Save the address" />
    </form>
  );
}
