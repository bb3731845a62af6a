import type { Database } from '@/db/client';
import type { OperatorPermission, OperatorScope } from '@/db/vocabulary/operators';
import type { Permission as MemberPermission, Scope } from '@/db/vocabulary/people';
import { type Actor, isAllowed } from '@/lib/access/actor';
import { hashOfKey, proved } from '@/lib/access/api-keys';
import { findIpRefusal } from '@/lib/access/policies/find-ip-refusal';
import { findActorBySession, findOperatorBySession, findPersonBySession } from '@/lib/access/sessions/sessions';
import { clientAddress, clientNetwork, seesNetworks } from '@/lib/http/base/address';
import { originOf } from '@/lib/http/base/origin';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { findOperatorByKey } from '@/lib/operators/keys';
import { mayOperate } from '@/lib/operators/require-operator';
import { findDevice } from './known-device';
import { type Allowance, countRequestOf, type Quota } from './rate-limit';
import { readSessionId } from './session-cookie';

/**
 * Who may call: a key with a scope, a signed-in member with a permission (`any` for what everybody may), a person who is signed
 * in, in a team or in none, a visitor of our own pages, the holder of a claim link, or anyone (cheap answers that are the same for all). Operators and their keys have
 * words of their own: no key and no member of a merchant calls what is theirs, nor they what is a merchant's.
 */
export type Permission =
  | { scope: Scope }
  | { member: MemberPermission | 'any' }
  | { scope: Scope; member: MemberPermission }
  | { operator: OperatorPermission | 'any' }
  /** A key of operators, or one of their own pages. */
  | { operatorScope: OperatorScope }
  | 'person'
  | 'visitor'
  | 'claimant'
  | 'public';

/** What only our own pages may do: it goes by a cookie. */
export function isForOwnPages(permission: Permission, headers?: Headers): boolean {
  if (permission === 'visitor' || permission === 'person') return true;
  if (typeof permission !== 'object') return false;
  if ('operator' in permission) return true;
  if ('operatorScope' in permission) return headers === undefined || goesByCookie(headers);
  if (!('member' in permission)) return false;
  return !('scope' in permission) || headers === undefined || goesByCookie(headers);
}

/** Where keys and members may both call: a request with a key is judged by the key, and its cookies are ignored. */
function goesByCookie(headers: Headers): boolean {
  return !headers.has('authorization') && headers.has('cookie');
}

/** Proofs of identity that may be begun or brought within a minute from one network. */
const visitsPerMinute = 60;
/** Names the merchant that a page of the desk shows, so that it never acts on another one that a second tab chose. */
export const merchantHeader = 'x-drawbridge-merchant';

/** `refusal` is thrown only after the request was counted, so that guessing is limited too; `counted` is set where it was already. */
export type Caller = { actor: Actor; quota: Quota | null; counted?: Allowance; refusal: Refusal | null };

const claimant: Actor = { kind: 'claimant' };

export function addressQuota(headers: Headers): Quota {
  return { policy: 'address', subject: clientNetwork(headers), limit: env.RATE_LIMIT_ADDRESS_PER_MINUTE };
}

/** What a person changes is counted apart from what their open pages look at. */
function sessionQuota(sessionId: string, method: string): Quota {
  const subject = method === 'GET' || method === 'HEAD' ? sessionId : `act ${sessionId}`;
  return { policy: 'session', subject, limit: env.RATE_LIMIT_KEY_PER_MINUTE };
}

/** Counts a browser with an earlier sign-in by itself: strangers in its network cannot lock its person out. */
export function visitorQuota(headers: Headers): Quota {
  const device = findDevice(headers);
  if (device) return { policy: 'address', subject: `visitor ${device}`, limit: visitsPerMinute };
  const limit = seesNetworks() ? visitsPerMinute : env.RATE_LIMIT_ADDRESS_PER_MINUTE;
  return { policy: 'address', subject: `visitor ${clientNetwork(headers)}`, limit };
}

function signedOut(headers: Headers): Caller {
  const refusal = new Refusal('signed_out', { detail: 'Please sign in.' });
  return { actor: claimant, quota: addressQuota(headers), refusal };
}

async function authenticateMember(
  db: Database,
  { headers, method }: Request,
  permission: MemberPermission | 'any',
  now: Date,
): Promise<Caller> {
  const sessionId = await readSessionId(headers);
  const clock = { now: () => now };
  const actor = sessionId ? await findActorBySession({ db, clock }, sessionId, originOf(headers)) : null;
  if (!actor) return signedOut(headers);
  const quota = sessionQuota(actor.sessionId, method);
  const shown = headers.get(merchantHeader);
  if (shown !== null && shown !== actor.merchantId) return { actor, quota, refusal: new Refusal('merchant_changed') };
  if (permission === 'any' || isAllowed(actor, permission)) return { actor, quota, refusal: null };
  const detail = `The role ${actor.role} may not do that: it needs ${permission}.`;
  return { actor, quota, refusal: new Refusal('forbidden', { detail }) };
}

async function authenticatePerson(db: Database, { headers, method }: Request, now: Date): Promise<Caller> {
  const sessionId = await readSessionId(headers);
  const clock = { now: () => now };
  const actor = sessionId ? await findPersonBySession({ db, clock }, sessionId, originOf(headers)) : null;
  return actor ? { actor, quota: sessionQuota(actor.sessionId, method), refusal: null } : signedOut(headers);
}

async function authenticateOperator(
  db: Database,
  { headers, method }: Request,
  permission: OperatorPermission | 'any',
  now: Date,
): Promise<Caller> {
  const sessionId = await readSessionId(headers);
  if (!sessionId) return signedOut(headers);
  const ctx = { db, clock: { now: () => now } };
  const actor = await findOperatorBySession(ctx, sessionId, originOf(headers));
  if (!actor) {
    const member = await findActorBySession(ctx, sessionId, originOf(headers));
    if (!member) return signedOut(headers);
    const detail = 'This is for the operators of this portal.';
    return { actor: claimant, quota: sessionQuota(sessionId, method), refusal: new Refusal('forbidden', { detail }) };
  }
  const quota = sessionQuota(actor.sessionId, method);
  if (permission === 'any' || mayOperate(actor, permission)) return { actor, quota, refusal: null };
  const detail = `The role ${actor.role} may not do that: it needs ${permission}.`;
  return { actor, quota, refusal: new Refusal('forbidden', { detail }) };
}

const bearerOf = (headers: Headers) => /^bearer +([^ ]+) *$/i.exec(headers.get('authorization') ?? '')?.[1];

async function authenticateOperatorKey(
  db: Database,
  headers: Headers,
  scope: OperatorScope,
  now: Date,
): Promise<Caller> {
  const key = bearerOf(headers);
  const actor = key ? await findOperatorByKey(db, key, now) : null;
  if (!actor) {
    const detail = 'Send the key of an operator as "Authorization: Bearer db_operator_…".';
    return { actor: claimant, quota: addressQuota(headers), refusal: new Refusal('unauthenticated', { detail }) };
  }
  const quota: Quota = { policy: 'key', subject: actor.keyId, limit: env.RATE_LIMIT_KEY_PER_MINUTE };
  if (mayOperate(actor, scope)) return { actor, quota, refusal: null };
  const detail = `This key lacks the scope ${scope}.`;
  return { actor, quota, refusal: new Refusal('forbidden', { detail }) };
}

async function authenticateKey(db: Database, headers: Headers, scope: Scope, now: Date): Promise<Caller> {
  const key = bearerOf(headers);
  const hash = key ? hashOfKey(key) : null;
  const found = hash ? await countRequestOf(db, hash, env.RATE_LIMIT_KEY_PER_MINUTE, now) : null;
  if (!found) {
    const detail = key
      ? 'This API key is not known or was revoked.'
      : 'Send your API key as "Authorization: Bearer <key>".';
    return { actor: claimant, quota: addressQuota(headers), refusal: new Refusal('unauthenticated', { detail }) };
  }
  const { actor, ipRanges } = proved(db, found.key, now);
  return {
    actor,
    quota: found.allowance.quota,
    counted: found.allowance,
    refusal: actor.scopes.includes(scope)
      ? findIpRefusal(ipRanges, clientAddress(headers))
      : new Refusal('forbidden', { detail: `This API key lacks the scope ${scope}.` }),
  };
}

export async function authenticate(db: Database, request: Request, permission: Permission, now: Date): Promise<Caller> {
  const { headers } = request;
  if (permission === 'public') return { actor: claimant, quota: null, refusal: null };
  if (permission === 'claimant') return { actor: claimant, quota: addressQuota(headers), refusal: null };
  if (permission === 'person') return authenticatePerson(db, request, now);
  if (permission === 'visitor') return { actor: claimant, quota: visitorQuota(headers), refusal: null };
  if ('operator' in permission) return authenticateOperator(db, request, permission.operator, now);
  if ('operatorScope' in permission && goesByCookie(headers)) {
    return authenticateOperator(db, request, permission.operatorScope, now);
  }
  if ('operatorScope' in permission) return authenticateOperatorKey(db, headers, permission.operatorScope, now);
  if ('scope' in permission && 'member' in permission && !goesByCookie(headers)) {
    return authenticateKey(db, headers, permission.scope, now);
  }
  if ('member' in permission) return authenticateMember(db, request, permission.member, now);
  return authenticateKey(db, headers, permission.scope, now);
}

/** RFC 6750: what an answer of 401 tells about how to do better. */
export function challenge(headers: Headers): string {
  return headers.has('authorization')
    ? 'Bearer realm="Drawbridge", error="invalid_token"'
    : 'Bearer realm="Drawbridge"';
}
