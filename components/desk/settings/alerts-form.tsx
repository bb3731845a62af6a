'use client';
import { useMay } from '@/components/desk/frame/desk';
import { faultOf } from '@/components/desk/frame/faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { controlOf, Field, inputClass } from '@/components/ui/field';
import { settingsAnswer } from '@/lib/merchants/schema';
import { SaveRow } from './save-row';
import { useDraft } from './use-draft';

/** Who is told when something needs somebody. */
export function AlertsForm({ email }: { email: string | null }) {
  const may = useMay('settings:write');
  const { form, draft, set, reset, submit, pending, problem, changed, saved } = useDraft({
    ...{ path: '/api/desk/settings/notices', stored: { email: email ?? '' }, returns: settingsAnswer },
    bodyOf: (given) => ({ notice_email: given.email.trim() || null }),
  });
  const fault = faultOf(problem, 'notice_email');
  return (
    <form ref={form} onSubmit={submit} className="max-w-md space-y-4">
      <Field
        id="notice_email"
        label="Mail address"
        hint="Told when webhooks cannot be delivered, unless an endpoint names its own address. Empty: nobody is."
        fault={fault}
      >
        <input
          {...controlOf('notice_email', fault)}
          className={inputClass}
          type="email"
          autoComplete="off"
          maxLength={254}
          disabled={!may}
          value={draft.email}
          onChange={({ target }) => set({ email: target.value })}
        />
      </Field>
      <ProblemCallout problem={problem} fields={['notice_email']} />
      <SaveRow {...{ pending, changed, saved }} verb="Save the address" onReset={reset} />
    </form>
  );
}
