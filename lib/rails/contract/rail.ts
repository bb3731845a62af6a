import type { ClaimRail } from '@/lib/rails/rail';
import { readCoverage } from './coverage';
import { findUse } from './find-use';
import { inspect } from './inspect';
import { readContractLogs } from './logs';
import { prove } from './prove';
import { simulateClaim } from './simulate';
import { signClaim } from './voucher';

/** Claims through the contract: the recipient's wallet sends, the vault's allowance pays. */
export const contractRail: ClaimRail = {
  id: 'contract',
  inspect,
  prove,
  readLogs: readContractLogs,
  desk: { coverage: readCoverage, sign: signClaim, rehearse: simulateClaim, findUse },
};
