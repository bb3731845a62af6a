import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

/** All events behind a cursor that you keep, such as beside the payouts in your database. */
async function* eventsAfter(kept: string) {
  let cursor = kept;
  let more = true;
  while (more) {
    const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/events?cursor=${cursor}&limit=100`, {
      headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
    });
    const page = await response.json();
    if (!response.ok) throw new Error(`${page.code}: ${page.detail}`);
    yield* page.data;
    cursor = page.next_cursor;
    more = page.has_more;
  }
}

for await (const event of eventsAfter('0')) console.log(event.sequence, event.type, event.data.id);
