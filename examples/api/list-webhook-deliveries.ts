import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ENDPOINT_ID = '' } = env;

/** Every delivery to the endpoint that has not been taken yet, page by page. */
async function* waiting() {
  let cursor = '';
  do {
    const query = new URLSearchParams({ endpoint: ENDPOINT_ID, status: 'pending', ...(cursor && { cursor }) });
    const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/webhook-deliveries?${query}`, {
      headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
    });
    const page = await response.json();
    if (!response.ok) throw new Error(`${page.code}: ${page.detail}`);
    yield* page.data;
    cursor = page.next_cursor;
  } while (cursor);
}

for await (const delivery of waiting()) console.log(delivery.id, delivery.event.type, delivery.last_attempt?.error);
