import * as health from '@/app/api/health/route';
import type { Resource } from '@/lib/http/resource';
import * as claim from './claims/[token]/route';
import * as claimTransfers from './claims/[token]/transfers/route';
import * as openapi from './openapi.json/route';
import * as cancel from './payouts/[id]/cancel/route';
import * as link from './payouts/[id]/link/route';
import * as payout from './payouts/[id]/route';
import * as payouts from './payouts/route';
import * as webhookEndpoint from './webhook-endpoints/[id]/route';
import * as webhookEndpoints from './webhook-endpoints/route';

/** Every address of the API, in the order in which the reference shows them. */
export const routes: readonly Resource[] = [
  payouts,
  payout,
  cancel,
  link,
  claim,
  claimTransfers,
  webhookEndpoints,
  webhookEndpoint,
  health,
  openapi,
];
