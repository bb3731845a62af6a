'use client';
import { wordsOf } from '@/components/rails/registry';
import { Choice, Choices } from '@/components/ui/choice';
import { AmountField, SelectField, TextField } from '@/components/ui/fields';
import { groupDigits } from '@/components/ui/figures/group-digits';
import { railIds } from '@/db/vocabulary/payouts';
import type { PayoutAsset } from '@/lib/payouts/terms/create-schema';
import { isByPortal, termsOf } from '@/lib/rails/traits';
import { currencyOf, deliveryOf, type PayoutDraft, railOf, recipientTypeOf } from './new-payout-draft';
import type { FieldsProps } from './new-payout-form';

type NewPayoutFieldsProps = FieldsProps & { assets: readonly PayoutAsset[]; currencies: readonly string[] };

/** What every payout needs: how it is paid, to whom, how much, and what it is called. */
export function NewPayoutFields({ assets, currencies, ...props }: NewPayoutFieldsProps) {
  const { draft, asset, onChange, fault } = props;
  return (
    <>
      <RailField {...props} />
      <RecipientFields {...props} />
      <AmountFields {...props} {...{ assets, currencies }} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="reference"
          label="Reference"
          hint="Your own name for it, unique among your payouts."
          fault={fault('reference')}
          required
          maxLength={120}
          spellCheck={false}
          value={draft.reference}
          onChange={(reference) => onChange({ reference })}
        />
        <TextField
          name="description"
          label="What it is for"
          hint={wordsOf(railOf(draft, asset), deliveryOf(draft, asset)).description}
          fault={fault('description')}
          maxLength={200}
          value={draft.description}
          onChange={(description) => onChange({ description })}
        />
      </div>
    </>
  );
}

const ways = railIds.flatMap((rail) => termsOf(rail).deliveries.map((delivery) => ({ rail, delivery })));

/** Why an asset cannot be paid in this way; null where it can. */
function lackOf({ rail, delivery }: (typeof ways)[number], asset: PayoutAsset): string | null {
  if (termsOf(rail).needsVault && !asset.by_link) return `You have no vault on ${asset.chain_name}.`;
  if (isByPortal(rail) && !asset.by_gateway) return `No gateway of yours pays it on ${asset.chain_name}.`;
  if (delivery === 'send' && !asset.by_sending) return `This portal sends nothing on ${asset.chain_name} by itself.`;
  return null;
}

function RailField({ draft, asset, onChange }: FieldsProps) {
  const [rail, delivery] = [railOf(draft, asset), deliveryOf(draft, asset)];
  return (
    <Choices legend="How it is paid">
      {ways.map((way) => {
        const { label, hint } = wordsOf(way.rail, way.delivery).choice;
        const lack = lackOf(way, asset);
        return (
          <Choice
            key={`${way.rail} ${way.delivery}`}
            type="radio"
            name="rail"
            checked={rail === way.rail && delivery === way.delivery}
            disabled={lack !== null}
            onChange={() => onChange(way)}
            label={label}
            hint={lack ?? hint}
          />
        );
      })}
    </Choices>
  );
}

const kinds: readonly (readonly [to: PayoutDraft['to'], label: string, hint: string])[] = [
  ['wallet', 'One wallet', 'Only this wallet can be paid, also when others have the link.'],
  [
    'email',
    'One mail address',
    'We mail them the link. Only who can read a code that is sent there can be paid, to a wallet that they name.',
  ],
  ['anyone', 'Anyone with the link', 'The first wallet that claims it.'],
];

function RecipientFields({ draft, asset, onChange, fault }: FieldsProps) {
  const { recipients } = termsOf(railOf(draft, asset));
  const to = recipientTypeOf(draft, asset);
  return (
    <div className="space-y-2">
      {recipients.length > 1 && deliveryOf(draft, asset) === 'claim' && (
        <Choices legend="Who gets it">
          {kinds.map(([kind, label, hint]) => (
            <Choice
              key={kind}
              label={label}
              hint={hint}
              type="radio"
              name="to"
              checked={to === kind}
              onChange={() => onChange({ to: kind })}
            />
          ))}
        </Choices>
      )}
      {to === 'email' && (
        <TextField
          name="recipient"
          label="Their mail address"
          fault={fault('recipient')}
          type="email"
          placeholder="ann@example.com"
          required
          maxLength={254}
          autoCapitalize="off"
          value={draft.email}
          onChange={(email) => onChange({ email })}
        />
      )}
      {to === 'wallet' && (
        <TextField
          name="recipient"
          label="Address of their wallet"
          hint={`They get it on ${asset.chain_name}.`}
          fault={fault('recipient')}
          mono
          placeholder="0x…"
          required
          maxLength={80}
          autoCapitalize="off"
          value={draft.address}
          onChange={(address) => onChange({ address })}
        />
      )}
    </div>
  );
}

function AmountFields({ assets, currencies, draft, asset, onChange, fault }: NewPayoutFieldsProps) {
  const paysFee = termsOf(railOf(draft, asset)).fee === 'terms' && !/^[0.]*$/.test(asset.fee);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <AmountField
          name="amount"
          label="Amount"
          hint={amountHint(asset, currencyOf(draft, asset))}
          fault={fault('amount') ?? fault('display.amount')}
          placeholder="0.00"
          required
          value={draft.amount}
          onChange={(amount) => onChange({ amount })}
        />
        <SelectField
          name="asset"
          label="Asset"
          fault={fault('asset') ?? fault('chain')}
          options={assets.map((one, place) => [place, `${one.asset} on ${one.chain_name}`])}
          value={draft.asset}
          onChange={(place) => onChange({ asset: Number(place) })}
        />
        {currencies.length > 0 && (
          <SelectField
            name="currency"
            label="Currency"
            hint="Another than the asset: it is paid at the rate of now."
            fault={fault('display.currency')}
            options={[asset.asset, ...currencies.filter((one) => one !== asset.asset)].map((one) => [one, one])}
            value={currencyOf(draft, asset) ?? asset.asset}
            onChange={(currency) => onChange({ currency: currency === asset.asset ? '' : currency })}
          />
        )}
      </div>
      {paysFee && (
        <Choices legend={feeLegend(asset)}>
          <div className="flex flex-wrap gap-x-6">
            <Choice
              type="radio"
              name="fee-payer"
              checked={draft.feePayer === 'recipient'}
              onChange={() => onChange({ feePayer: 'recipient' })}
              label="The recipient, out of the amount"
            />
            <Choice
              type="radio"
              name="fee-payer"
              checked={draft.feePayer === 'merchant'}
              onChange={() => onChange({ feePayer: 'merchant' })}
              label="You, on top of it"
            />
          </div>
        </Choices>
      )}
    </>
  );
}

function amountHint({ minimum, maximum, asset }: PayoutAsset, currency: string | null): string {
  const bounds = `from ${groupDigits(minimum)} to ${groupDigits(maximum)} ${asset}`;
  return currency === null ? `F${bounds.slice(1)}.` : `In ${currency}; what it comes to is ${bounds}.`;
}

function feeLegend({ fee, fee_ceiling, asset }: PayoutAsset): string {
  if (fee_ceiling === null) return `Who pays the fee of ${groupDigits(fee)} ${asset}`;
  return `Who pays the fee, which follows the network’s and is at most ${groupDigits(fee_ceiling)} ${asset}`;
}
