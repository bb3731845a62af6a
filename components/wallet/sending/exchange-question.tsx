'use client';
import { useId } from 'react';
import { useWalletWords } from '@/components/wallet/wallet-words';
import type { ClaimView } from '@/lib/claims/schema';

export const keepers = ['self', 'exchange'] as const;
export type Keeper = (typeof keepers)[number];

type ExchangeQuestionProps = { view: ClaimView; keeper: Keeper | undefined; onChange: (keeper: Keeper) => void };

/** Whose address it is: for an exchange's, what people lose money by is said before it is sent. */
export function ExchangeQuestion({ view, keeper, onChange }: ExchangeQuestionProps) {
  const say = useWalletWords();
  const group = useId();
  const values = { network: view.chain.name, symbol: view.asset.symbol };
  return (
    <fieldset>
      <legend className="text-[0.9375rem] font-medium">{say('wallet.paste.whose')}</legend>
      {keepers.map((one) => (
        <label key={one} className="mt-2 flex min-h-6 items-start gap-2.5 text-[0.9375rem]">
          <input
            type="radio"
            name={group}
            className="mt-1 size-4 shrink-0 accent-accent"
            checked={keeper === one}
            onChange={() => onChange(one)}
          />
          <span>{say(`wallet.paste.whose.${one}`)}</span>
        </label>
      ))}
      {keeper === 'exchange' && (
        <ul className="mt-3 list-disc space-y-1.5 ps-5 text-[0.9375rem] text-quiet" aria-live="polite">
          <li>{say('wallet.paste.exchange.network', values)}</li>
          <li>{say('wallet.paste.exchange.memo')}</li>
          <li>{say('wallet.paste.exchange.minimum')}</li>
          <li>{say('wallet.paste.exchange.contract')}</li>
        </ul>
      )}
    </fieldset>
  );
}
