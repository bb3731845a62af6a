import type { Queryable, Tx } from '@/db/client';
import type { Scope } from '@/db/vocabulary/people';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { log } from '@/lib/kernel/log';
import { hashToken, newToken } from '@/lib/kernel/secrets';
import type { KeyActor } from './actor';
import { takeKeyOfRequest } from './key-store';
import {
  findLiveKey,
  findLiveKeyById,
  findMerchantMode,
  type HeldKey,
  insertApiKey,
  markKeyRevoked,
  markKeyUsed,
} from './store';

const keyPattern = /^db_(?:live|test)_[A-Za-z0-9_-]{43}$/;
/** `db_live_` and six characters more: enough to tell keys apart, far too little to guess one. */
const prefixLength = 14;
const lastUseGrainSeconds = 60;

export type NewApiKey = {
  merchantId: string;
  name: string;
  scopes: readonly Scope[];
  /** The member who makes it; none where the operator does. */
  createdBy?: string;
  /** Names the request that makes it, so that its repetition finds what an earlier run made and told nobody. */
  requestKey?: string | undefined;
  /** A key chosen by the caller, as the demo does; a fresh one is made otherwise. */
  key?: string;
  /** What people know it by, where it is shown to nobody as a bearer key; its own beginning otherwise. */
  prefix?: string;
  /** Overrides RATE_LIMIT_KEY_PER_MINUTE for this key. */
  requestsPerMinute?: number;
  now: Date;
};

export type CreatedApiKey = { id: string; key: string; prefix: string };

/** Makes an API key. The key itself is in this answer and nowhere else: we keep its hash. */
export async function createApiKey(db: Queryable, wanted: NewApiKey): Promise<CreatedApiKey> {
  const merchant = await findMerchantMode(db, wanted.merchantId);
  if (!merchant) throw new Refusal('not_found', { detail: 'There is no such merchant.' });
  const key = wanted.key ?? `${merchant.testMode ? 'db_test_' : 'db_live_'}${newToken()}`;
  if (!keyPattern.test(key)) throw new Error('An API key is db_live_ or db_test_ and 43 characters of base64url');
  const id = newId('apiKey', wanted.now.getTime());
  const prefix = wanted.prefix ?? key.slice(0, prefixLength);
  await insertApiKey(db, {
    id,
    merchantId: wanted.merchantId,
    name: wanted.name,
    prefix,
    hash: hashToken(key),
    scopes: [...wanted.scopes],
    createdBy: wanted.createdBy ?? null,
    requestKey: wanted.requestKey ?? null,
    requestsPerMinute: wanted.requestsPerMinute ?? null,
    createdAt: wanted.now,
  });
  return { id, key, prefix };
}

/** Revokes the live key that this request made since then, and tells of it; null where there is none. The request may make another one. */
export async function revokeKeyOfRequest(
  tx: Tx,
  { now, ...request }: { merchantId: string; requestKey: string; since: Date; now: Date },
) {
  const made = await takeKeyOfRequest(tx, request);
  if (made) await markKeyRevoked(tx, { merchantId: request.merchantId, id: made.id, now });
  return made;
}

/** From here on the key opens nothing. False when there was no such live key. */
export async function revokeApiKey(db: Queryable, key: { merchantId: string; id: string; now: Date }) {
  return markKeyRevoked(db, key);
}

/** `ipRanges`: from where alone it may be used; none for everywhere. */
export type KeyHolder = {
  actor: KeyActor;
  requestsPerMinute: number | null;
  ipRanges: readonly string[];
  lastUsedAt: Date | null;
};

/**
 * Who holds this key, or null for an unknown or revoked one. Found by hash, so that timing tells nothing about
 * the keys we know. The use is noted: who has the key has proved it.
 */
export async function findActorByKey(db: Queryable, key: string, now: Date): Promise<KeyHolder | null> {
  const hash = hashOfKey(key);
  const row = hash && (await findLiveKey(db, hash));
  return row ? proved(db, row, now) : null;
}

/** The hash that a live key is found by; null for what can be none. */
export function hashOfKey(key: string): string | null {
  return keyPattern.test(key) ? hashToken(key) : null;
}

/** The holder of a key that was found by its hash, which proves it: its use is noted. */
export function proved(db: Queryable, row: HeldKey, now: Date): KeyHolder {
  const holder = holderOf(row);
  noteKeyUse(db, holder, now);
  return holder;
}

/** Who holds the key of this id, for a caller that has yet to prove it in another way; null for a revoked one. */
export async function findActorByKeyId(db: Queryable, keyId: string): Promise<KeyHolder | null> {
  const row = await findLiveKeyById(db, keyId);
  return row && holderOf(row);
}

function holderOf(row: HeldKey): KeyHolder {
  const { id: keyId, merchantId, scopes, requestsPerMinute, ipRanges, lastUsedAt } = row;
  const actor = { kind: 'api_key', keyId, merchantId, scopes } as const;
  return { actor, requestsPerMinute, ipRanges: ipRanges ?? [], lastUsedAt };
}

/** Notes the last use of a key whose holder is proved; beside the request, at most once a minute. */
export function noteKeyUse(db: Queryable, { actor, lastUsedAt }: KeyHolder, now: Date): void {
  const { keyId: id } = actor;
  const before = addSeconds(now, -lastUseGrainSeconds);
  if (lastUsedAt && lastUsedAt >= before) return;
  markKeyUsed(db, { id, now, before }).catch((error: unknown) => {
    log.warn({ keyId: id, err: error }, 'The last use of an API key could not be noted');
  });
}
