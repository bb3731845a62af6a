import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ENDPOINT_ID } = env;

/** What your server received: the text of the body before anything parsed it, and the headers. */
const received = {
  body: '{"type":"payout.completed"}',
  headers: {
    'webhook-id': 'ev_06e2m5k3v7q8w9x0y1z2a3b4c0',
    'webhook-timestamp': '1769860800',
    'webhook-signature': 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  },
};

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/webhook-endpoints/${ENDPOINT_ID}/verify-sample`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify(received),
});
const verified = await response.json();
if (!response.ok) throw new Error(`${verified.code}: ${verified.detail}`);

console.log(verified.matches, verified.expected['webhook-signature']);
for (const hint of verified.hints) console.log(hint);
