import type { ClaimRail } from '@/lib/rails/rail';
import { claimFacts } from './facts';
import { findUse } from './find-use';
import { inspect, inspectAll, readPaid } from './inspect';
import { joinClaims } from './join-claims';
import { readContractLogs } from './logs';
import { lookAtVault } from './look';
import { findObstacle } from './obstacle';
import { prove, proveTogether } from './prove';
import { simulateClaim, tryClaim } from './simulate';
import { contractTerms } from './terms';
import { readUsed } from './used';
import { isNamed, isSignedForKey, keyHash, signClaim, signForKey } from './voucher';
import { watch } from './watch';

/** Claims through the contract: the recipient's wallet sends, the vault's allowance pays. */
export const contractRail: ClaimRail = {
  terms: contractTerms,
  inspect,
  inspectAll,
  prove: ({ payout, vault }, log) => prove(claimFacts(payout, vault), payout, log),
  proveTogether: (payments) =>
    proveTogether(
      payments.map(({ payment: { payout, vault }, log }) => ({ facts: claimFacts(payout, vault), keyed: payout, log })),
    ),
  readLogs: readContractLogs,
  readUsed,
  watch,
  claims: {
    look: lookAtVault,
    obstacle: findObstacle,
    sign: signClaim,
    keyHash,
    isNamed,
    isSignedForKey,
    signForKey,
    join: joinClaims,
    tryOut: tryClaim,
    readPaid,
    rehearse: simulateClaim,
    findUse,
  },
};
