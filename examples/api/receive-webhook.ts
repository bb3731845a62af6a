import { createServer } from 'node:http';
import { env } from 'node:process';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

const { WEBHOOK_SECRET = '', PORT } = env;
const webhook = new Webhook(WEBHOOK_SECRET);
/** Keep these in your database, in the transaction that acts on the event. */
const seen = new Set<string>();

function handle(id: string, body: string, headers: Record<string, string>): void {
  // Throws unless this very body was signed with your secret in the last five minutes.
  webhook.verify(body, headers);
  if (seen.has(id)) return;
  seen.add(id);
  const event = JSON.parse(body);
  console.log(event.type, event.data.id, event.data.status);
}

createServer(async (request, response) => {
  const header = (name: string) => String(request.headers[name] ?? '');
  const id = header('webhook-id');
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': header('webhook-timestamp'),
    'webhook-signature': header('webhook-signature'),
  };
  try {
    handle(id, await text(request), headers);
    response.writeHead(204).end();
  } catch {
    response.writeHead(400).end();
  }
}).listen(Number(PORT), '127.0.0.1', () => console.log('listening'));
