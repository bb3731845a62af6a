import { enterAs, expect, test } from '@/e2e/support/desk-team';
import { sharedWorld } from '@/e2e/support/world';

/** A full page of a list; what it weighs beyond that is its lines' own. */
const lines = 50;

/** The frame of the desk with filters and navigation, and what one line may add: its words once as markup, once as data. */
const frame = 50_000;

const lists = [
  // One kind of line: how much each says differs from action to action.
  ['/dashboard/audit?action=payout.created', /<summary class="relative/g, 1_700],
  ['/dashboard/payouts', /<tr class="hover/g, 2_300],
  ['/dashboard/ledger', /<tr class="hover/g, 1_500],
  ['/dashboard/webhooks/deliveries', /<tr class="hover/g, 2_000],
] as const;

test.describe('the desk’s long lists', () => {
  test.beforeAll(async () => {
    const { merchant } = sharedWorld();
    for (let made = 0; made < lines; made += 10) {
      await Promise.all(Array.from({ length: 10 }, () => merchant.createPayout()));
    }
  });

  for (const [path, line, each] of lists) {
    test(`${path} sends each line once as markup and once as data`, async ({ context, world, owner }) => {
      await enterAs(context, owner);
      const answer = await context.request.get(`${world.demo.baseUrl}${path}`);
      const html = await answer.text();
      const count = html.match(line)?.length ?? 0;
      expect(count).toBeGreaterThanOrEqual(25);
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(frame + count * each);
    });
  }
});
