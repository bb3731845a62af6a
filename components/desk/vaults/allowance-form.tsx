'use client';
import { useState } from 'react';
import { amountFaults } from '@/components/desk/frame/own-faults';
import { buttonClass } from '@/components/ui/button';
import { AmountField } from '@/components/ui/fields';
import { groupDigits } from '@/components/ui/figures/group-digits';
import type { VaultAsset, VaultOnPage } from '@/lib/vaults/schema';
import { CallFlow } from './call-flow';
import { exactAmount } from './exact-amount';
import { useHalfway } from './use-halfway';

type AllowanceFormProps = {
  vault: VaultOnPage;
  asset: VaultAsset;
  /** What it was to become when it stopped halfway, at 0. */
  halfway: string | null;
  /** Where nothing is allowed yet. */
  proposed?: { allowance: string };
  onClose: () => void;
};

/** How much the contract may take from the vault in all; what fits is suggested. */
export function AllowanceForm({ vault, asset, halfway, proposed, onClose }: AllowanceFormProps) {
  const { asset: symbol, suggestions, committed, reading } = asset;
  const { remember, forget } = useHalfway(vault.id, symbol);
  const [amount, setAmount] = useState(() => {
    const allowed = reading && !reading.unlimited ? reading.allowance : '';
    return halfway ?? (proposed && /^[0.]*$/.test(allowed) ? proposed.allowance : allowed);
  });
  const exact = exactAmount(amount, asset.decimals);
  const offers = [
    ...suggestions.map(({ days, allowance }) => ({
      words: `Promised and ${days === 1 ? 'a usual day' : `${days} usual days`}`,
      allowance,
    })),
    { words: 'Take it back', allowance: '0' },
  ];
  const known = offers.filter(
    (offer, index) => offers.findIndex(({ allowance }) => allowance === offer.allowance) === index,
  );
  return (
    <CallFlow
      vault={vault}
      title={`Allowance in ${symbol}`}
      fieldNames={['amount']}
      makeBody={() => ({ kind: 'allowance', vault_id: vault.id, asset: symbol, amount: amount.trim() })}
      steps={['Take the allowance back to 0', `Allow ${groupDigits(exact)} ${symbol}`]}
      halfway={halfway !== null}
      onSent={({ more }) => (more ? remember(exact) : forget())}
      onClose={onClose}
      ownFaults={amountFaults({ amount }, asset.decimals)}
      fields={(fault) => (
        <>
          <AmountField
            name="amount"
            label="The contract may take, in all"
            hint={`In ${symbol}. ${groupDigits(committed)} ${symbol} are promised now; 0 takes the allowance back.`}
            fault={fault('amount')}
            required
            value={amount}
            onChange={setAmount}
          />
          <div className="flex flex-wrap gap-2">
            {known.map(({ words, allowance }) => (
              <button
                key={words}
                type="button"
                className={buttonClass('small')}
                aria-pressed={amount === allowance}
                onClick={() => setAmount(allowance)}
              >
                {words}
                {allowance !== '0' && `: ${groupDigits(allowance)} ${symbol}`}
              </button>
            ))}
          </div>
        </>
      )}
    />
  );
}
