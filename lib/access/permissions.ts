import { type Permission, permissions, type Role } from '@/db/vocabulary/people';

const looking: readonly Permission[] = [
  ...(['payouts:read', 'vaults:read', 'ledger:read', 'reconcile:read'] as const),
  ...(['webhooks:read', 'gateways:read', 'team:read', 'settings:read'] as const),
];

/** The permission table: what each role may do. No role but the owner's both approves and pays. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  owner: permissions,
  approver: [...looking, 'payouts:approve', 'audit:read'],
  payer: [...looking, 'payouts:write', 'payouts:pay', 'reconcile:write'],
  developer: [...looking, 'payouts:write', 'webhooks:write', 'keys:read', 'keys:write'],
  viewer: looking,
};
