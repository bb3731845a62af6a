import { type Context, requirePermission } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { presentSource } from './create';
import { lastHeard, type StoredMessage, selectMessages } from './message-store';
import { readMessage } from './receive';
import type { MessageOnWire, MessagePage, MessagesQuery, SourceAnswer } from './schema';
import { findSource } from './store';

/** Of a longer body only the beginning is shown. */
const maxShown = 4_000;

function textOf({ target, body }: StoredMessage): string {
  const query = URL.parse(target, 'http://any')?.search ?? '';
  return (body.length > 0 ? body.toString() : query).slice(0, maxShown);
}

function present(message: StoredMessage): MessageOnWire {
  const { id, receivedAt, lookedAt, outcome, payoutId, forgottenAt } = message;
  const known = forgottenAt === null;
  const said = known ? readMessage(message) : null;
  return {
    ...{ id: id.toString(), received_at: receivedAt.toISOString(), looked_at: lookedAt?.toISOString() ?? null },
    ...{ outcome, payout: payoutId },
    said: said && {
      ...{ type: said.type, status: said.status, payout: said.payoutId, reference: said.reference },
      ...{ hash: said.hash, amount: said.amount },
    },
    text: known ? textOf(message) : null,
  };
}

/** One of the merchant's sources. */
export async function viewSource(ctx: Context, id: string): Promise<SourceAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:read');
  const found = await findSource(ctx.db, merchantId, id);
  if (!found) throw new Refusal('not_found');
  return presentSource(found, await lastHeard(ctx.db, [id]), ctx.clock.now());
}

/** What a source told us, the newest first, with what became of it; `next` continues it. */
export async function listMessages(ctx: Context, sourceId: string, query: MessagesQuery): Promise<MessagePage> {
  const { merchantId } = requirePermission(ctx, 'webhooks:read');
  const after = query.after === undefined ? null : BigInt(query.after);
  const rows = await selectMessages(ctx.db, { merchantId, sourceId, after, limit: query.limit + 1 });
  const shown = rows.slice(0, query.limit);
  return {
    data: shown.map(present),
    next: rows.length > shown.length ? (shown.at(-1)?.id.toString() ?? null) : null,
  };
}
