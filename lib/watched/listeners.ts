import { paymentListener } from '@/lib/by-hand/sightings/payment-listener';
import { claimListener } from '@/lib/claims/claim-listener';
import type { Listener } from '@/lib/cursors/listener';
import { gatewayListener } from '@/lib/gateways/submissions/gateway-listener';
import { movementListener } from '@/lib/movements/movement-listener';
import { tellUndone } from '@/lib/payouts/mails/tell-undone';
import { transferListener } from '@/lib/payouts/transfer-listener';
import { orderListener } from './order-listener';

/**
 * Who listens to a chain, in the order in which they are told: a claim is known before a payment by hand is sought in the
 * same blocks, and transfers are confirmed before the vaults' other movements are booked.
 */
export const listeners: readonly Listener[] = [
  claimListener,
  orderListener,
  gatewayListener,
  paymentListener,
  transferListener(tellUndone),
  movementListener,
];
