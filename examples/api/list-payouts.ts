import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

/** Every pending payout, page by page. */
async function* pendingPayouts() {
  let cursor = '';
  do {
    const query = new URLSearchParams({ status: 'pending', limit: '50', ...(cursor && { cursor }) });
    const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/payouts?${query}`, {
      headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
    });
    const page = await response.json();
    if (!response.ok) throw new Error(`${page.code}: ${page.detail}`);
    yield* page.data;
    cursor = page.next_cursor;
  } while (cursor);
}

for await (const payout of pendingPayouts()) console.log(payout.id, payout.reference, payout.amount);
