import type { Resource } from '@/lib/http/pipeline/resource';
import * as backup from './backup/route';
import * as agreeToChain from './chains/[key]/agree/route';
import * as addedChain from './chains/[key]/route';
import * as checklist from './checklist/route';
import * as stepUpByCode from './confirm/code/check/route';
import * as stepUpCode from './confirm/code/route';
import * as stepUpByPasskey from './confirm/passkey/route';
import * as stepUpPasskey from './confirm/passkey-challenge/route';
import * as stepUpByWallet from './confirm/wallet/route';
import * as stepUpMessage from './confirm/wallet-message/route';
import * as contract from './contracts/[chain]/route';
import * as feeCollector from './fee-collector/route';
import * as exportFees from './fees/export/route';
import * as key from './keys/[id]/route';
import * as keys from './keys/route';
import * as me from './me/route';
import * as closeMerchant from './merchants/[id]/close/route';
import * as merchantPayouts from './merchants/[id]/payouts/route';
import * as operatorLink from './operator-links/[id]/route';
import * as operator from './operators/[id]/route';
import * as operators from './operators/route';
import * as passkey from './passkeys/[id]/route';
import * as newPasskey from './passkeys/challenge/route';
import * as passkeys from './passkeys/route';
import * as selfRegistration from './self-registration/route';
import * as session from './session/route';
import * as state from './state/route';
import * as liftStop from './stops/[id]/lift/route';
import * as stops from './stops/route';
import * as testMail from './test-mail/route';
import * as agreeToToken from './tokens/[id]/agree/route';
import * as addedToken from './tokens/[id]/route';

/** Every address that only the operators' own pages use: by the cookie of an operator's session. */
export const operatorRoutes: readonly Resource[] = [
  ...[stops, liftStop, closeMerchant],
  ...[me, session, selfRegistration, merchantPayouts],
  ...[addedToken, agreeToToken, addedChain, agreeToChain],
  ...[checklist, contract, testMail, backup, feeCollector, state, exportFees],
  ...[operators, operator, operatorLink, keys, key],
  ...[stepUpMessage, stepUpByWallet, stepUpCode, stepUpByCode, stepUpPasskey, stepUpByPasskey],
  ...[passkeys, newPasskey, passkey],
];
