import { amountFaults, type Checked, type OwnFaults, schemaFaults } from '@/components/desk/frame/own-faults';
import { TextField } from '@/components/ui/fields';
import type { RewardSourceAnswer } from '@/lib/rewards/schema';

/** What a source is called and what its coins are worth, as it stands in a form: texts, as they were typed. */
export type SourceTyped = Record<'description' | 'coins' | 'amount' | 'minimum' | 'earned' | 'redeemed', string>;

export const freshTerms: SourceTyped = {
  ...{ description: '', coins: '1000', amount: '1.00', minimum: '1', earned: '', redeemed: '' },
};

export function typedOf(source: RewardSourceAnswer): SourceTyped {
  const { description, rate, minimum_coins: minimum, max_earned_per_day, max_redeemed_per_day } = source;
  return {
    ...{ description: description ?? '', coins: rate.coins, amount: rate.amount, minimum },
    ...{ earned: max_earned_per_day ?? '', redeemed: max_redeemed_per_day ?? '' },
  };
}

export function termsOf({ description, coins, amount, minimum, earned, redeemed }: SourceTyped) {
  const cap = (text: string) => text.trim() || null;
  return {
    description,
    rate: { coins: coins.trim(), amount: amount.trim() },
    minimum_coins: minimum.trim(),
    max_earned_per_day: cap(earned),
    max_redeemed_per_day: cap(redeemed),
  };
}

/** More decimals than its asset has are refused by the portal, which knows them. */
const mostDecimals = 18;

export function faultsOfTerms(schema: Checked, body: ReturnType<typeof termsOf>): OwnFaults {
  const amount = amountFaults({ 'rate.amount': body.rate.amount }, mostDecimals);
  return new Map([...schemaFaults(schema, body, { deep: true }), ...amount]);
}

const fieldOf: Record<keyof SourceTyped, string> = {
  ...{ description: 'description', coins: 'rate.coins', amount: 'rate.amount' },
  ...{ minimum: 'minimum_coins', earned: 'max_earned_per_day', redeemed: 'max_redeemed_per_day' },
};
export const termFields = Object.values(fieldOf);

type TermsProps = {
  typed: SourceTyped;
  onChange: (typed: SourceTyped) => void;
  fault: (name: string) => string | null;
};

const given = ({ typed, onChange, fault }: TermsProps, name: keyof SourceTyped) => ({
  name: fieldOf[name],
  fault: fault(fieldOf[name]),
  value: typed[name],
  onChange: (text: string) => onChange({ ...typed, [name]: text }),
});

export function SourceName(props: TermsProps) {
  return <TextField {...given(props, 'description')} label="Which app it is" required maxLength={200} />;
}

export function SourceWorth(props: TermsProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField {...given(props, 'coins')} label="So many coins" inputMode="numeric" required />
      <TextField {...given(props, 'amount')} label="are worth" inputMode="decimal" required />
      <TextField {...given(props, 'minimum')} label="Redeemed at once, at least" inputMode="numeric" required />
      <TextField
        {...given(props, 'earned')}
        label="Earned by a user a day, at most"
        hint="More is held until you decide. Empty: no limit."
        inputMode="numeric"
      />
      <TextField
        {...given(props, 'redeemed')}
        label="Redeemed by a user a day, at most"
        hint="Empty: no limit."
        inputMode="numeric"
      />
    </div>
  );
}
