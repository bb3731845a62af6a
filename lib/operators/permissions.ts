import { type OperatorPermission, type OperatorRole, operatorPermissions } from '@/db/vocabulary/operators';

/**
 * What each operator may do. Support looks at everything, can stop what goes wrong, and lifts what it stopped itself; nothing else is
 * changed by it.
 */
export const operatorPermissionsOf: Readonly<Record<OperatorRole, readonly OperatorPermission[]>> = {
  admin: operatorPermissions,
  support: [
    ...(['installation:read', 'merchants:read', 'fees:read', 'audit:read', 'operators:read', 'keys:read'] as const),
    'stops:write',
  ],
};
