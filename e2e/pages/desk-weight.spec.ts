import { enterAs, expect, test } from '@/e2e/support/desk-team';
import { sharedWorld } from '@/e2e/support/world';

/** A full page of a list; what it weighs beyond that is its lines' own. */
const lines = 50;

/** What the frame of the desk may weigh with filters and navigation, and one line: its words once as markup, once as data. */
const lists = [
  // One kind of line, since each kind says more or less; and a frame that names all who ever did something here.
  ['/dashboard/audit?action=payout.created', /<summary class="relative/g, 65_000, 1_700],
  ['/dashboard/payouts', /<tr class="hover/g, 50_000, 2_300],
  ['/dashboard/ledger', /<tr class="hover/g, 50_000, 1_500],
  ['/dashboard/webhooks/deliveries', /<tr class="hover/g, 50_000, 2_000],
] as const;

test.describe('the desk’s long lists', () => {
  test.beforeAll(async () => {
    const { merchant } = sharedWorld();
    for (let made = 0; made < lines; made += 10) {
      await Promise.all(Array.from({ length: 10 }, () => merchant.createPayout()));
    }
  });

  for (const [path, line, frame, each] of lists) {
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
