import type { Resource } from '@/lib/http/pipeline/resource';
import * as stepUpByCode from './confirm/code/check/route';
import * as stepUpCode from './confirm/code/route';
import * as stepUpByWallet from './confirm/wallet/route';
import * as stepUpMessage from './confirm/wallet-message/route';
import * as me from './me/route';
import * as merchantPayouts from './merchants/[id]/payouts/route';
import * as selfRegistration from './self-registration/route';
import * as session from './session/route';
import * as liftStop from './stops/[id]/lift/route';
import * as stops from './stops/route';
import * as agreeToToken from './tokens/[id]/agree/route';
import * as addedToken from './tokens/[id]/route';

/** Every address that only the operators' own pages use: by the cookie of an operator's session. */
export const operatorRoutes: readonly Resource[] = [
  ...[stops, liftStop],
  ...[me, session, selfRegistration, merchantPayouts],
  ...[addedToken, agreeToToken],
  ...[stepUpMessage, stepUpByWallet, stepUpCode, stepUpByCode],
];
