import type { IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { books, change } from './books.ts';
import { settings } from './settings.ts';
import { hear } from './withdrawals.ts';

const verifiers = settings.webhookSecrets.map((secret) => new Webhook(secret));
const remembered = 1000;

type Event = { type: string; test?: true; data: { id: string; reference: string; version: number } };

function verify(body: string, headers: IncomingHttpHeaders): Event | null {
  const named = (name: string) => String(headers[name] ?? '');
  const ours = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, named(name)]);
  for (const webhook of verifiers) {
    try {
      // The signature covers the body's exact bytes: verify the text as it came, before anything parses it.
      return Object(webhook.verify(body, Object.fromEntries(ours)));
    } catch {}
  }
  return null;
}

/** Takes one webhook and answers with the HTTP status to give: 2xx ends it, anything else has it sent again later. */
export async function receiveWebhook(body: string, headers: IncomingHttpHeaders): Promise<number> {
  const event = verify(body, headers);
  if (!event) return 401;
  // A sample that a person sent with the test button: our answer is all they want to see.
  if (event.test) return 204;
  const id = String(headers['webhook-id']);
  // The same webhook may come twice, such as when our answer was lost. The id tells.
  if (books().seenWebhooks.includes(id)) return 204;
  await hear(event.data);
  // Remembered last: if anything above fails, the next try of the same webhook gets its chance.
  change((draft) => {
    draft.seenWebhooks = [...draft.seenWebhooks, id].slice(-remembered);
  });
  return 204;
}
