import type { Resource } from '@/lib/http/pipeline/resource';
import * as stepUpByCode from './confirm/code/check/route';
import * as stepUpCode from './confirm/code/route';
import * as stepUpByWallet from './confirm/wallet/route';
import * as stepUpMessage from './confirm/wallet-message/route';
import * as me from './me/route';
import * as session from './session/route';
import * as liftStop from './stops/[id]/lift/route';
import * as stops from './stops/route';

/** Every address that only the operators' own pages use: by the cookie of an operator's session. */
export const operatorRoutes: readonly Resource[] = [
  ...[me, session],
  ...[stops, liftStop],
  ...[stepUpMessage, stepUpByWallet, stepUpCode, stepUpByCode],
];
