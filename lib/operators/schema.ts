import { z } from 'zod';
import { operatorPermissions, operatorRoles, operatorScopes } from '@/db/vocabulary/operators';
import { passkeyOnWire } from '@/lib/access/passkey-schema';
import { identityOnWire } from '@/lib/access/schema';
import { lineOfText } from '@/lib/kernel/text';

/** Wire shapes of operators; client-safe. */

const time = z.iso.datetime();

export const operatorViewer = z.object({
  user_id: z.string(),
  name: z.string().meta({ description: 'The mail address, or the wallet in short.' }),
  identities: z.array(identityOnWire),
  passkeys: z.array(passkeyOnWire),
  role: z.enum(operatorRoles),
  permissions: z.array(z.enum(operatorPermissions)),
  session_id: z.string(),
  time_zone: z.string(),
  stepped_up_until: time.nullable(),
  /** Whether they are in a team as well, and so may go to the desk. */
  member: z.boolean(),
});
export type OperatorViewer = z.infer<typeof operatorViewer>;

export const operatorOnWire = z.object({
  user_id: z.string(),
  name: z.string(),
  identities: z.array(identityOnWire),
  role: z.enum(operatorRoles),
  you: z.boolean(),
  created_at: time,
});
export type OperatorOnWire = z.infer<typeof operatorOnWire>;

export const operatorInviteBody = z.strictObject({ role: z.enum(operatorRoles) });
export const operatorInvited = z.object({
  id: z.string(),
  url: z.string().meta({ description: 'The first person who opens it becomes an operator; it is told once.' }),
  expires_at: time,
});

export const operatorRoleBody = z.strictObject({ role: z.enum(operatorRoles) });

export const operatorKeyBody = z.strictObject({
  name: lineOfText(80),
  scopes: z.array(z.enum(operatorScopes)).min(1).max(operatorScopes.length),
});
export const createdOperatorKey = z.object({
  id: z.string(),
  key: z.string().meta({ description: 'Told once; we keep its hash.' }),
  prefix: z.string(),
});
export const operatorKeyOnWire = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.enum(operatorScopes)),
  created_at: time,
  last_used_at: time.nullable(),
  revoked_at: time.nullable(),
});
export type OperatorKeyOnWire = z.infer<typeof operatorKeyOnWire>;
