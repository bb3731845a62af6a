import type { IncomingHttpHeaders } from 'node:http';
import { WebhookError, webhooks } from '@drawbridge/sdk';
import { books, change } from './books.ts';
import { settings } from './settings.ts';
import { hear } from './withdrawals.ts';

const remembered = 1000;

/** The signature covers the body's exact bytes: verify the text as it came, before anything parses it. */
function verify(body: string, headers: IncomingHttpHeaders) {
  return webhooks.unwrap(body, headers, settings.webhookSecrets).catch((error) => {
    if (error instanceof WebhookError) return null;
    throw error;
  });
}

/** Takes one webhook and answers with the HTTP status to give: 2xx ends it, anything else has it sent again later. */
export async function receiveWebhook(body: string, headers: IncomingHttpHeaders): Promise<number> {
  const event = await verify(body, headers);
  if (!event) return 401;
  // A sample that a person sent with the test button: our answer is all they want to see.
  if (event.test) return 204;
  // The same webhook may come twice, such as when our answer was lost. The id tells.
  if (books().seenWebhooks.includes(event.id)) return 204;
  await hear(event.data);
  // Remembered last: if anything above fails, the next try of the same webhook gets its chance.
  change((draft) => {
    draft.seenWebhooks = [...draft.seenWebhooks, event.id].slice(-remembered);
  });
  return 204;
}
