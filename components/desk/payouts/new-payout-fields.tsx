'use client';
import { wordsOf } from '@/components/rails/registry';
import { Choice, Choices } from '@/components/ui/choice';
import { controlOf, Field, inputClass } from '@/components/ui/field';
import { groupDigits } from '@/components/ui/group-digits';
import { railIds } from '@/db/vocabulary';
import type { PayoutAsset } from '@/lib/payouts/terms/create-schema';
import { termsOf } from '@/lib/rails/traits';
import { railOf, recipientTypeOf } from './new-payout-draft';
import type { FieldsProps } from './new-payout-form';

type NewPayoutFieldsProps = FieldsProps & { assets: readonly PayoutAsset[] };

/** What every payout needs: how it is paid, to whom, how much, and what it is called. */
export function NewPayoutFields({ assets, ...props }: NewPayoutFieldsProps) {
  const { draft, asset, onChange, fault } = props;
  return (
    <>
      <RailField {...props} />
      <RecipientFields {...props} />
      <AmountFields {...props} assets={assets} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          id="reference"
          label="Reference"
          hint="Your own name for it, unique among your payouts."
          fault={fault('reference')}
        >
          <input
            {...controlOf('reference', fault('reference'))}
            className={inputClass}
            required
            maxLength={120}
            autoComplete="off"
            spellCheck={false}
            value={draft.reference}
            onChange={({ target }) => onChange({ reference: target.value })}
          />
        </Field>
        <Field
          id="description"
          label="What it is for"
          hint={wordsOf(railOf(draft, asset)).description}
          fault={fault('description')}
        >
          <input
            {...controlOf('description', fault('description'))}
            className={inputClass}
            maxLength={200}
            autoComplete="off"
            value={draft.description}
            onChange={({ target }) => onChange({ description: target.value })}
          />
        </Field>
      </div>
    </>
  );
}

function RailField({ draft, asset, onChange }: FieldsProps) {
  const rail = railOf(draft, asset);
  return (
    <Choices legend="How it is paid">
      {railIds.map((one) => {
        const { label, hint } = wordsOf(one).choice;
        const lacksVault = termsOf(one).needsVault && !asset.by_link;
        return (
          <Choice
            key={one}
            type="radio"
            name="rail"
            checked={rail === one}
            disabled={lacksVault}
            onChange={() => onChange({ rail: one })}
            label={label}
            hint={lacksVault ? `You have no vault on ${asset.chain_name}.` : hint}
          />
        );
      })}
    </Choices>
  );
}

function RecipientFields({ draft, asset, onChange, fault }: FieldsProps) {
  const { recipients } = termsOf(railOf(draft, asset));
  const to = recipientTypeOf(draft, asset);
  return (
    <div className="space-y-2">
      {recipients.includes('anyone') && (
        <Choices legend="Who gets it">
          <Choice
            type="radio"
            name="to"
            checked={to === 'wallet'}
            onChange={() => onChange({ to: 'wallet' })}
            label="One wallet"
            hint="Nobody else can be paid, whoever has the link."
          />
          <Choice
            type="radio"
            name="to"
            checked={to === 'anyone'}
            onChange={() => onChange({ to: 'anyone' })}
            label="Whoever has the link"
            hint="The first wallet that claims it."
          />
        </Choices>
      )}
      {to === 'wallet' && (
        <Field
          id="address"
          label="Address of their wallet"
          hint={`They get it on ${asset.chain_name}.`}
          fault={fault('recipient')}
        >
          <input
            {...controlOf('address', fault('recipient'))}
            data-field="recipient"
            className={`${inputClass} font-mono`}
            placeholder="0x…"
            required
            maxLength={80}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={draft.address}
            onChange={({ target }) => onChange({ address: target.value })}
          />
        </Field>
      )}
    </div>
  );
}

function AmountFields({ assets, draft, asset, onChange, fault }: NewPayoutFieldsProps) {
  const assetFault = fault('asset') ?? fault('chain');
  const paysFee = termsOf(railOf(draft, asset)).fee === 'terms' && !/^[0.]*$/.test(asset.fee);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          id="amount"
          label="Amount"
          hint={`From ${groupDigits(asset.minimum)} to ${groupDigits(asset.maximum)} ${asset.asset}.`}
          fault={fault('amount')}
        >
          <input
            {...controlOf('amount', fault('amount'))}
            className={`${inputClass} tabular-nums`}
            inputMode="decimal"
            placeholder="0.00"
            required
            maxLength={80}
            autoComplete="off"
            value={draft.amount}
            onChange={({ target }) => onChange({ amount: target.value })}
          />
        </Field>
        <Field id="asset" label="Asset" fault={assetFault}>
          <select
            {...controlOf('asset', assetFault)}
            className={inputClass}
            value={draft.asset}
            onChange={({ target }) => onChange({ asset: Number(target.value) })}
          >
            {assets.map(({ chain, asset: symbol, chain_name: name }, place) => (
              <option key={`${chain} ${symbol}`} value={place}>
                {symbol} on {name}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {paysFee && (
        <Choices legend={`Who pays the fee of ${groupDigits(asset.fee)} ${asset.asset}`}>
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
