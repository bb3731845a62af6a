'use client';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { TextAreaField, TextField } from '@/components/ui/fields';
import { type OrderSettingsAnswer, orderSettingsAnswer, orderSettingsBody } from '@/lib/orders/settings/schema';
import { SaveRow } from './save-row';
import { useDraft } from './use-draft';

/** "14" as a number; anything else is left to the schema to refuse. */
const daysOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

/** Each line is a category and its days, such as "digital 3". */
function categoriesOf(text: string): Record<string, number> {
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  return Object.fromEntries(
    lines.map((line) => {
      const [, name = line, days = ''] = /^(.*\S)\s+(\S+)$/.exec(line) ?? [];
      return [name, daysOf(days)];
    }),
  );
}

const linesOf = (categories: Readonly<Record<string, number>>) =>
  Object.entries(categories)
    .map(([name, days]) => `${name} ${days}`)
    .join('\n');

/** How long orders wait for an objection, and disputes for a verdict. */
export function OrderSettingsForm({ settings }: { settings: OrderSettingsAnswer }) {
  const { grace_days, dispute_days, categories } = settings;
  const { form, field, problem, row } = useDraft({
    path: '/api/v1/order-settings',
    stored: {
      grace_days: String(grace_days),
      dispute_days: String(dispute_days),
      categories: linesOf(categories),
    },
    returns: orderSettingsAnswer,
    bodyOf: (given) => ({
      grace_days: daysOf(given.grace_days),
      dispute_days: daysOf(given.dispute_days),
      categories: categoriesOf(given.categories),
    }),
    faultsOf: (body) => schemaFaults(orderSettingsBody, body),
  });
  return (
    <form {...form} className="max-w-md space-y-4">
      <p className="text-sm text-pretty text-quiet">
        They apply to new orders; orders that are there keep the time that their buyer and seller were told.
      </p>
      <TextField
        {...field('grace_days')}
        label="Days from the delivery until the seller is paid by itself"
        inputMode="numeric"
        required
      />
      <TextAreaField
        {...field('categories')}
        label="Other days for orders of a category"
        hint="One a line, such as: digital 3"
        rows={3}
      />
      <TextField
        {...field('dispute_days')}
        label="Days of a dispute until your people are alarmed"
        inputMode="numeric"
        required
      />
      <ProblemCallout problem={problem} fields={['grace_days', 'dispute_days']} />
      <SaveRow {...row} verb="Save how long orders wait" />
    </form>
  );
}
