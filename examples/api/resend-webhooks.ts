import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ENDPOINT_ID } = env;

/** Queues everything that the endpoint has not taken since then, however much it is. */
async function resendSince(from: string): Promise<number> {
  let queued = 0;
  let after = 0;
  do {
    const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/webhook-endpoints/${ENDPOINT_ID}/resend`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ from, after }),
    });
    const resent = await response.json();
    if (!response.ok) throw new Error(`${resent.code}: ${resent.detail}`);
    queued += resent.queued;
    after = resent.next_after;
  } while (after);
  return queued;
}

console.log(await resendSince('2026-01-31T12:00:00.000Z'));
