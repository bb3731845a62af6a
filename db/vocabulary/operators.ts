/** Closed lists of words about the installation and its operators. */
import type { ActorKind } from './people';

/** What an operator's key may open. */
export const operatorScopes = [
  'installation:read',
  'merchants:read',
  'merchants:write',
  'fees:read',
  'stops:write',
  'tokens:write',
  'chains:write',
] as const;
export type OperatorScope = (typeof operatorScopes)[number];

/** What an operator may do: words of their own, so that none of them opens anything of a merchant. */
export const operatorPermissions = [
  ...operatorScopes,
  'stops:lift',
  'installation:write',
  'audit:read',
  'operators:read',
  'operators:write',
  'keys:read',
  'keys:write',
] as const;
export type OperatorPermission = (typeof operatorPermissions)[number];

export const operatorRoles = ['admin', 'support'] as const;
export type OperatorRole = (typeof operatorRoles)[number];

/** Where an operator stops everything that signs or sends. */
export const stopScopes = ['installation', 'chain', 'rail', 'merchant', 'token'] as const;
export type StopScope = (typeof stopScopes)[number];

/** Who acts on the installation. */
export const operatorActorKinds = ['operator', 'operator_key', 'system'] as const satisfies readonly ActorKind[];

/** Leases that nobody waits for: they show that a worker lives, and that the database takes what the portal writes. */
export const signsOfLife = { worker: 'worker', portal: 'portal' } as const;
