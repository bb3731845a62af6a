import { viewChain } from '@/lib/chains/chain-view';
import { chainOf, findToken } from '@/lib/chains/registry';
import type { ClaimView } from '@/lib/claims/schema';
import { formatAmount, parseAmount } from '@/lib/kernel/money';
import type { SettingsAnswer } from '@/lib/merchants/schema';

type Brand = Pick<SettingsAnswer, 'name' | 'logo_url' | 'accent_color' | 'support_url'>;

/** Nobody's: it only has to look like an address. */
const nobody = '0x0000000000000000000000000000000000000000';
const usual = '25.00';

/** A payout as this merchant's customers could get one, with its own asset and fee. Null where it pays out nothing yet. */
export function sampleClaim({ assets, test_mode }: SettingsAnswer, brand: Brand, expiresAt: string): ClaimView | null {
  const [terms] = assets;
  const token = terms && findToken(terms.chain, terms.asset);
  if (!terms || !token) return null;
  const { decimals, symbol, address } = token;
  const units = (text: string) => parseAmount(text, decimals);
  const least = units(terms.minimum);
  const amount = units(usual) < least || units(usual) > units(terms.maximum) ? least : units(usual);
  return {
    ...{
      status: 'pending',
      version: 1,
      merchant: brand,
      test_mode,
      fee_payer: 'recipient',
      display: null,
      options: [],
      rail: 'contract',
    },
    delivery: 'claim',
    ...{
      amount: formatAmount(amount, decimals),
      fee: terms.fee,
      net: formatAmount(amount - units(terms.fee), decimals),
    },
    asset: { symbol, decimals, address },
    chain: { ...viewChain(terms.chain), block_seconds: chainOf(terms.chain).blockSeconds },
    ...{ vault: nobody, recipient: { type: 'anyone' } },
    proof_needed: null,
    ...{ reference: 'order-1004', description: 'Refund of order 1004' },
    ...{ expires_at: expiresAt, expired: false, created_at: expiresAt, completed_at: null },
    ...{
      coverage: { state: 'funded' },
      obstacle: null,
      cancellation: null,
      earlier_claim_until: null,
      transfer: null,
      relay: {
        offered: false,
        state: null,
        address: null,
        reason: 'no_account',
        next: 'You send it from your own wallet.',
      },
      failure_code: null,
      failure_reason: null,
    },
    ...{ return_url: null, cancel_url: null },
  };
}
