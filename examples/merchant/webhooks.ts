import type { IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { books, change } from './books.ts';
import { settings } from './settings.ts';
import { readBack } from './withdrawals.ts';

const webhook = new Webhook(settings.webhookSecret);
const remembered = 1000;

type Event = { type: string; data: { id: string; reference: string; version: number } };

function verify(body: string, headers: IncomingHttpHeaders): Event | null {
  const named = (name: string) => String(headers[name] ?? '');
  const ours = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, named(name)]);
  try {
    // The signature covers the body's exact bytes: verify the text as it came, before anything parses it.
    return Object(webhook.verify(body, Object.fromEntries(ours)));
  } catch {
    return null;
  }
}

/** Takes one webhook and answers with the HTTP status to give: 2xx ends it, anything else has it sent again later. */
export async function receiveWebhook(body: string, headers: IncomingHttpHeaders): Promise<number> {
  const event = verify(body, headers);
  if (!event) return 401;
  const id = String(headers['webhook-id']);
  // The same webhook may come twice, such as when our answer was lost. The id tells.
  if (books().seenWebhooks.includes(id)) return 204;
  const withdrawal = books().withdrawals.find((one) => one.reference === event.data.reference);
  // Webhooks may overtake each other. What is not newer than our books has nothing to say to them.
  const news = withdrawal !== undefined && event.data.version > withdrawal.version;
  if (news) await readBack(event.data.id);
  // Remembered last: if anything above fails, the next try of the same webhook gets its chance.
  change((draft) => {
    draft.seenWebhooks = [...draft.seenWebhooks, id].slice(-remembered);
  });
  return 204;
}
