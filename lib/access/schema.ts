import { z } from 'zod';
import { identityKinds, permissions, roles, signInKinds } from '@/db/vocabulary/people';
import { evmAddressText } from '@/lib/kernel/address-text';
import { givenTime, rowNumber } from '@/lib/kernel/given-schema';
import { machineText } from '@/lib/kernel/text';
import { givenTimeZone } from '@/lib/kernel/time-zone';
import { passkeyOnWire } from './passkey-schema';

/** Wire shapes of signing in, the team and the audit; client-safe. */

const time = z.iso.datetime();

/** Normalised here, so that every spelling of one address is one identity. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: 'must be an email address' }).max(254));

export const walletAddress = evmAddressText;

/** People copy codes with the space that the mail shows. */
const code = z
  .string()
  .transform((text) => text.trim().replace(/\p{Zs}/gu, ''))
  .pipe(z.string().regex(/^\d{8}$/, 'must be the eight digits of the e-mail'));

const signature = z.string().regex(/^0x[0-9a-fA-F]*$/, 'must be hexadecimal text that begins with 0x');

/** Which wallet is going to sign, and on which network it is, where that is known. */
export const walletMessageBody = z.strictObject({ address: walletAddress, chain_id: z.int().positive().optional() });
export const walletMessage = z.object({ message: z.string(), nonce: z.string(), expires_at: time });
/** As it was signed, to the letter: what we asked to be signed is plain ASCII. */
const signedMessage = z
  .string()
  .max(4000)
  .regex(/^[\x20-\x7e\n]*$/, 'must be the message that was asked for');

export const walletProofBody = z.strictObject({ message: signedMessage, signature: signature.max(20_000) });

export const codeRequestBody = z.strictObject({ email: emailAddress });

/** The secret of a link that makes an operator. */
export const operatorToken = machineText(43).regex(/^[A-Za-z0-9_-]{43}$/, 'must be the last part of the link');
export const signInCodeBody = codeRequestBody.extend({ operator_link: operatorToken.optional() });

export const codeRequested = z.object({ expires_at: time });
export const codeProofBody = z.strictObject({ email: emailAddress, code });

export const identityOnWire = z.object({
  kind: z.enum(identityKinds),
  value: machineText(320).meta({ description: 'A mail address, or a wallet’s address in its checksum form.' }),
});
export type IdentityOnWire = z.infer<typeof identityOnWire>;

export const viewerOnWire = z.object({
  user_id: z.string(),
  name: z.string().meta({ description: 'The mail address, or the wallet in short.' }),
  identities: z.array(identityOnWire.extend({ created_at: time })),
  passkeys: z.array(passkeyOnWire),
  merchant: z.object({ id: z.string(), name: z.string(), test_mode: z.boolean(), role: z.enum(roles) }),
  merchants: z
    .array(
      z.object({
        ...{ id: z.string(), name: z.string(), test_mode: z.boolean(), role: z.enum(roles), invited: z.boolean() },
      }),
    )
    .meta({ description: 'Where the person may go; `invited`: they join by going there.' }),
  permissions: z.array(z.enum(permissions)),
  session_id: z.string(),
  time_zone: z.string().meta({ description: 'The zone that the desk tells this person times and days in.' }),
  stepped_up_until: time.nullable(),
});
export type Viewer = z.infer<typeof viewerOnWire>;

export const timeZoneBody = z.strictObject({ time_zone: givenTimeZone });

export const sessionOnWire = z.object({
  id: z.string(),
  current: z.boolean(),
  proved_by: z.enum(signInKinds),
  address: z.string().nullable(),
  user_agent: z.string().nullable(),
  created_at: time,
  last_seen_at: time,
  ends_at: time.meta({ description: 'When it ends if nobody uses it until then.' }),
});
export type SessionOnWire = z.infer<typeof sessionOnWire>;

export const memberOnWire = z.object({
  user_id: z.string(),
  name: z.string(),
  identities: z.array(identityOnWire),
  role: z.enum(roles),
  you: z.boolean(),
  keys: z.array(z.object({ id: z.string(), name: z.string(), prefix: z.string() })).meta({
    description: 'API keys that they made and that still open something; shown to members who change the team.',
  }),
  last_seen_at: time.nullable(),
  created_at: time,
});
export type MemberOnWire = z.infer<typeof memberOnWire>;

export const inviteOnWire = z.object({
  id: z.string(),
  identity: identityOnWire,
  role: z.enum(roles),
  invited_by: z.string().nullable(),
  created_at: time,
  expires_at: time,
  expired: z.boolean(),
});
export type InviteOnWire = z.infer<typeof inviteOnWire>;

export const teamOnWire = z.object({ members: z.array(memberOnWire), invites: z.array(inviteOnWire) });
export type Team = z.infer<typeof teamOnWire>;

export const inviteBody = z.strictObject({
  role: z.enum(roles),
  identity: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('email'), value: emailAddress }),
    z.strictObject({ kind: z.literal('wallet'), value: walletAddress }),
  ]),
});
export type InviteBody = z.infer<typeof inviteBody>;

const keepKeys = z.boolean().default(false).meta({ description: 'Whether the API keys that they made go on.' });

/** With a role that makes no keys, those that they made end, too, unless they are kept. */
export const roleBody = z.strictObject({ role: z.enum(roles), keep_keys: keepKeys });
export type RoleBody = z.output<typeof roleBody>;

export const removeMemberQuery = z.strictObject({
  keep_keys: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'Whether the API keys that they made go on; they are revoked otherwise.' }),
});

export const auditQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: rowNumber('must be a line’s id').optional(),
  action: machineText(80).optional(),
  actor: machineText(80).optional(),
  subject: machineText(80).optional(),
  from: givenTime.optional(),
  until: givenTime.optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;

const facts = z.record(z.string(), z.unknown());

export const auditLineOnWire = z.object({
  id: z.string(),
  at: time,
  action: z.string(),
  subject_id: z.string(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  address: z.string().nullable(),
  user_agent: z.string().nullable(),
  before: facts.nullable(),
  after: facts.nullable(),
  detail: facts,
  seal: z
    .object({ sequence: z.string(), hash: z.string() })
    .nullable()
    .meta({ description: 'Null for a few seconds, until the line is sealed into the chain.' }),
});
export type AuditLineOnWire = z.infer<typeof auditLineOnWire>;

/** An actor whose lines can be asked for. */
export type AuditActor = { id: string; name: string };

export const auditPageOnWire = z.object({ data: z.array(auditLineOnWire), next: z.string().nullable() });
export type AuditPage = z.infer<typeof auditPageOnWire>;
