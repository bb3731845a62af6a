import type { Tx } from '@/db/client';
import type { Dialect, SignatureKind } from '@/db/vocabulary/webhooks';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { dialectRules } from '@/lib/dialects/registry';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { checkAddress } from './check-address';
import { factsOf } from './endpoint-facts';
import { findByRequest, insertEndpoint, lockMerchant, selectEndpoints } from './endpoint-store';
import { sealHeaders } from './own-headers';
import { presentWithSecret } from './present-endpoint';
import type { CreatedEndpointAnswer, CreateEndpointBody } from './schema';

/** More than anyone needs, few enough that one event cannot become a flood. Those of keys for doors, one each, are not counted. */
export const endpointsPerMerchant = 20;

/** As long as the API keeps its answers: after that the same Idempotency-Key means another request. */
const requestKeyDays = 30;

function refuseSigning(dialect: Dialect, signing: SignatureKind): void {
  const { signatureKinds } = dialectRules[dialect];
  if (signatureKinds.includes(signing)) return;
  throw new Refusal('invalid_request', {
    field: 'signing',
    detail: `Webhooks of the dialect ${dialect} are signed by ${signatureKinds.join(' or ')}.`,
  });
}

/** Nothing is asked for that would never be told. */
export function refuseUntold(dialect: Dialect, events: readonly string[] | undefined): void {
  const { subjects } = dialectRules[dialect];
  const isTold = (event: string) =>
    event.startsWith('order.')
      ? subjects.includes('order')
      : event !== 'wallet.verified' || subjects.includes('wallet_verification');
  if (!events || events.every(isTold)) return;
  throw new Refusal('invalid_request', { field: 'events', detail: `The dialect ${dialect} tells of payouts only.` });
}

async function refuseBeyondLimit(tx: Tx, merchantId: string): Promise<void> {
  const present = (await selectEndpoints(tx, merchantId)).filter(({ keyId }) => keyId === null);
  if (present.length < endpointsPerMerchant) return;
  throw new Refusal('invalid_request', {
    detail: `You have ${present.length} webhook endpoints, the most there can be; delete one first.`,
  });
}

/** The row of a new endpoint, its secrets made and sealed. */
async function newRow(ctx: Context, merchantId: string, body: CreateEndpointBody) {
  const { dialect, signing, events, ordered, description, retry_hours: retryHours, notice_email: alertEmail } = body;
  refuseSigning(dialect, signing);
  refuseUntold(dialect, events);
  const rules = dialectRules[dialect];
  const url = await checkAddress(merchantId, dialect, body.url);
  const createdAt = ctx.clock.now();
  const id = newId('endpoint', createdAt.getTime());
  return {
    ...{ id, merchantId, url, dialect, signing, ordered, description, retryHours, alertEmail, createdAt },
    events: [...(events ?? rules.defaultEvents)],
    secret: seal(rules.newSecret(signing), id),
    ...sealHeaders(body.headers, id),
    requestKey: ctx.requestKey,
  };
}

/**
 * Adds an endpoint. Its secret is in this answer and in no later one, but for a repetition of the very same request,
 * which finds what it made. Refuses: target_refused, invalid_request (signing, too many).
 */
export async function createEndpoint(ctx: Context, body: CreateEndpointBody): Promise<CreatedEndpointAnswer> {
  const { merchantId } = requirePermission(ctx, 'webhooks:write');
  requireStepUp(ctx);
  const row = await newRow(ctx, merchantId, body);
  const { id, requestKey, createdAt: now } = row;
  return ctx.db.transaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    const since = addSeconds(now, -requestKeyDays * 86_400);
    const earlier = requestKey ? await findByRequest(tx, { merchantId, requestKey, since }) : null;
    if (earlier) return presentWithSecret(tx, earlier, now);
    await refuseBeyondLimit(tx, merchantId);
    const made = await insertEndpoint(tx, row);
    await audit(tx, ctx, { merchantId, action: 'endpoint.created', subjectId: id, after: factsOf(made), now });
    return presentWithSecret(tx, made, now);
  });
}
