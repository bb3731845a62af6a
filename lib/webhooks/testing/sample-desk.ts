import { beforeEach } from 'vitest';
import { testDatabase } from '@/db/testing/database';
import type { Dialect } from '@/db/vocabulary/webhooks';
import type { Message } from '@/lib/dialects/dialect';
import { dialectRules } from '@/lib/dialects/registry';
import { unseal } from '@/lib/kernel/secrets';
import { findEndpoint } from '@/lib/webhooks/endpoints/endpoint-store';
import { sampleEvent } from '@/lib/webhooks/events/samples';
import { verifySampleAnswer, verifySampleBody } from '@/lib/webhooks/trial/schema';
import { verifySample } from '@/lib/webhooks/trial/verify-sample';
import { handClock } from './fixtures';
import { actingFor, addEndpoint, makeTestMerchant } from './told';

export const template =
  'https://93.184.215.14/s2s?sid={sid}&trans_uuid={trans_uuid}&user_uuid={user_uuid}&currency={currency}&coin_amount={coin_amount}';

type Made = { id: string; secret: string; message: Message };

/** A merchant in test mode who shows us messages of theirs, genuine or not, and asks what is wrong with them. */
export function sampleDesk() {
  const database = testDatabase();
  const state = { clock: handClock(), merchantId: '' };
  beforeEach(async () => {
    state.clock = handClock();
    state.merchantId = await makeTestMerchant(database.db);
  });
  const acting = () => actingFor(database.db, state.clock, state.merchantId);

  async function signedFor(id: string): Promise<Omit<Made, 'id'>> {
    const { clock, merchantId } = state;
    const endpoint = await findEndpoint(database.db, merchantId, id);
    if (!endpoint) throw new Error('The endpoint is not there');
    const rules = dialectRules[endpoint.dialect];
    const event = sampleEvent({ event: 'payout.completed' });
    const secret = unseal(endpoint.secret, id);
    const keys = { signing: endpoint.signing, secrets: [secret] };
    const facts = { id: event.id, at: clock.now(), merchantId };
    return { secret, message: rules.sign(rules.render({ ...event, merchantId }, endpoint.url), keys, facts) };
  }

  return {
    database,
    state,
    acting,
    /** An endpoint and a message as the worker would send it there now. */
    async sent(dialect: Dialect, change: object = {}): Promise<Made> {
      const url = dialect === 's2s' ? template : 'https://93.184.215.14/hooks?shop=7';
      const { id } = await addEndpoint(acting(), { dialect, url, ...change });
      return { id, ...(await signedFor(id)) };
    },
    async verify(id: string, { body, headers, url }: Partial<Message>) {
      const answer = await verifySample(acting(), id, verifySampleBody.parse({ body: body ?? '', headers, url }));
      return verifySampleAnswer.parse(answer);
    },
  };
}
