import { createHash } from 'node:crypto';
import { dialects } from '@/db/vocabulary/webhooks';
import type { Context } from '@/lib/access/actor';
import type { DialectRules, Message, ParsedMessage } from '@/lib/dialects/dialect';
import { dialectRules } from '@/lib/dialects/registry';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { idPattern } from '@/lib/kernel/ids';
import { unseal } from '@/lib/kernel/secrets';
import { sourcePath } from './create';
import { insertMessage, type StoredMessage } from './message-store';
import type { MessageReceipt } from './schema';
import { findSourceAt, type Source, secretsOf } from './store';

/** A request at a source's address, as it came. */
export type Incoming = {
  method: Message['method'];
  params: Readonly<Record<string, string | undefined>>;
  /** The query with its question mark; empty without one. */
  search: string;
  headers: Readonly<Record<string, string>>;
  /** Reads the body, bounded. */
  readBytes(): Promise<Buffer>;
};

/** Nobody's business once the message is verified, and never part of a proof. */
const privateHeaders = new Set(['authorization', 'proxy-authorization', 'cookie']);

/** Index entries are bounded; a longer name is kept as its digest, which tells messages apart as well. */
const maxKeyLength = 200;

/**
 * Takes what others tell us: kept once as it came, looked at later, believed never. In this order: not_found (no such
 * address), body_too_large, signature_invalid, notice_unreadable; so a stranger learns nothing about what can be read.
 */
export async function receiveMessage(ctx: Context, incoming: Incoming): Promise<MessageReceipt> {
  const source = await sourceOf(ctx, incoming.params);
  const body = await incoming.readBytes();
  const now = ctx.clock.now();
  const target = sourcePath(source) + incoming.search;
  const message = messageOf({ method: incoming.method, target, headers: incoming.headers, body });
  verify(message, source, now);
  const said = dialectRules[source.dialect].parse(message);
  if (!said) throw new Refusal('notice_unreadable', { detail: `It is signed, but no message of ${source.dialect}.` });
  const kept = await insertMessage(ctx.db, {
    ...{ merchantId: source.merchantId, dialect: source.dialect, sourceId: source.id, key: keyOf(said) },
    ...{ target, headers: publicPart(incoming.headers), body, receivedAt: now, nextLookAt: now },
  });
  return { received: true, duplicate: !kept };
}

/** With what the sender is answered that its message was taken: some insist on a word of their own. */
export function takenStatus({ params }: Pick<Incoming, 'params'>): number {
  const dialect = dialects.find((word) => word === params.dialect);
  const { answers = 200 }: DialectRules = dialectRules[dialect ?? 'standard'];
  return answers;
}

/** Reads a kept message again; null where it cannot be read. */
export function readMessage({ dialect, target, headers, body }: StoredMessage): ParsedMessage | null {
  const message = messageOf({ method: body.length === 0 ? 'GET' : 'POST', target, headers, body });
  return message && dialectRules[dialect].parse(message);
}

async function sourceOf(ctx: Context, params: Incoming['params']): Promise<Source> {
  const dialect = dialects.find((word) => word === params.dialect);
  const id = params.source !== undefined && idPattern('source').test(params.source) ? params.source : null;
  const source = dialect && id ? await findSourceAt(ctx.db, dialect, id) : null;
  if (!source) throw new Refusal('not_found', { detail: 'No messages are received at this address.' });
  return source;
}

type Raw = { method: Message['method']; target: string; headers: Readonly<Record<string, string>>; body: Buffer };

/** The message as text; null where the body is none. Not one byte is mended: what is verified is what is kept. */
function messageOf({ method, target, headers, body }: Raw): Message | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    return { method, url: new URL(target, env.BASE_URL).href, headers: { ...headers }, body: text };
  } catch {
    return null;
  }
}

function verify(message: Message | null, source: Source, now: Date): asserts message is Message {
  if (!message)
    throw new Refusal('signature_invalid', { detail: 'The body is not UTF-8, which all that is signed is.' });
  const facts = { now, merchantId: source.merchantId };
  const { verify: isProved } = dialectRules[source.dialect];
  if (secretsOf(source, now).some((secret) => isProved(message, unseal(secret, source.id), facts))) return;
  throw new Refusal('signature_invalid', {
    detail: 'It is not signed with the secret of this source, or not freshly.',
  });
}

function keyOf({ key }: ParsedMessage): string {
  return key.length <= maxKeyLength ? key : `sha256:${createHash('sha256').update(key).digest('hex')}`;
}

function publicPart(headers: Incoming['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !privateHeaders.has(name)));
}
