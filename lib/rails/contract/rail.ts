import type { Rail } from '@/lib/rails/rail';
import { inspect } from './inspect';
import { prove } from './prove';

/** Claims through the contract: the recipient's wallet sends, the vault's allowance pays. */
export const contractRail: Rail = { id: 'contract', inspect, prove };
