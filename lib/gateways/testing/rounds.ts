import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { beforeAll, beforeEach, expect } from 'vitest';
import { goodManners } from '@/e2e/support/shkeeper/manners';
import { followSubmissions } from '@/lib/gateways/submissions/follow';
import { submitPayouts } from '@/lib/gateways/submissions/submit';
import { listSubmissions } from '@/lib/gateways/submissions/view';
import type { testWorld } from '@/lib/payouts/testing/world';
import type { testGateway } from './test-gateway';

/** Payouts through a gateway that is set up and behaves at the beginning of each test, and the worker's rounds with it. */
export function gatewayRounds(world: ReturnType<typeof testWorld>, gateway: ReturnType<typeof testGateway>) {
  beforeAll(async () => {
    await gateway.setUp();
  });
  beforeEach(() => gateway.server().behave(goodManners));

  const stranger = () => privateKeyToAccount(generatePrivateKey()).address;
  const submit = () => submitPayouts(world.system(), 'local');
  const follow = () => followSubmissions(world.system(), 'local');

  /** The wallet has done what it was told, and that is buried and seen. */
  async function settle(): Promise<void> {
    await gateway.server().wallet.idle();
    await world.settle();
  }

  return {
    ...{ stranger, submit, follow, settle },
    owed: (given: Record<string, unknown> = {}) =>
      world.newPayout({ rail: 'shkeeper', recipient: { type: 'wallet', address: stranger() }, ...given }),
    latest: async (id: string) => (await listSubmissions(world.merchant(), id))[0] ?? expect.unreachable(),
    sent: () => gateway.server().wallet.sent.length,
    /** A minute later, in final blocks. */
    minuteLater: async () => {
      await world.passTime(61);
      await world.settle();
    },
    /** The worker's rounds while seconds go by. */
    work: async (seconds = 6) => {
      await submit();
      await settle();
      await world.passTime(seconds);
      await follow();
      await settle();
    },
  };
}
