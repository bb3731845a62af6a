// receive.mjs: node receive.mjs (Node 18 or newer, nothing to install)
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const { WEBHOOK_SECRET, DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, PORT } = process.env;
const key = Buffer.from(WEBHOOK_SECRET.replace('whsec_', ''), 'base64');
const done = new Set(); // ids that were acted on: a table in your database

function isGenuine(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures = '' } = headers;
  if (!(Math.abs(Date.now() / 1000 - Number(seconds)) <= 300)) return false;
  const expected = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest();
  return signatures.split(' ').some((signature) => {
    const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

async function readBack(id) {
  const headers = { authorization: `Bearer ${DRAWBRIDGE_API_KEY}` };
  const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/payouts/${id}`, { headers });
  if (!response.ok) throw new Error(`the portal answered ${response.status}`);
  return response.json();
}

async function receive(request) {
  const body = await text(request); // the exact text, before anything parses it
  if (!isGenuine(request.headers, body)) return 401;
  if (done.has(request.headers['webhook-id'])) return 204;
  const payout = await readBack(JSON.parse(body).data.id); // if this fails, the webhook comes again
  console.log(payout.reference, payout.status, payout.version); // act here, if the version is new to you
  done.add(request.headers['webhook-id']); // in the same transaction as the act
  return 204;
}

createServer((request, response) => {
  receive(request)
    .catch(() => 500)
    .then((status) => response.writeHead(status).end());
}).listen(PORT, '127.0.0.1');
