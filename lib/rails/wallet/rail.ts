import type { HandFacts, Rail } from '@/lib/rails/rail';
import { prove } from './prove';

/** Payments that a person of the merchant signs in a wallet of their own. */
export const walletRail: Rail<HandFacts> = { id: 'wallet', prove };
