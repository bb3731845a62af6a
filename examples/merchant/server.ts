import { readFileSync } from 'node:fs';
import http from 'node:http';
import { books, watch } from './books.ts';
import { settings } from './settings.ts';
import { receiveWebhook } from './webhooks.ts';
import { cancel, catchUp, Mistake, withdraw } from './withdrawals.ts';

/** A shop with one customer, who is signed in already. examples/merchant/README.md says how to run it. */

const page = (name: string) => readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8');
const files: Record<string, [type: string, text: string]> = {
  '/': ['text/html', page('index.html').replaceAll('{{portal}}', settings.portalUrl)],
  '/shop.css': ['text/css', page('shop.css')],
  '/shop.js': ['text/javascript', page('shop.js')],
};

/** What the customer's page may know. */
function view() {
  const { balance, withdrawals } = books();
  return { balance, withdrawals: withdrawals.map(({ version, setAside, ...shown }) => shown) };
}

async function readBody(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > 100_000) throw new Mistake('That is too much.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function readForm(request: http.IncomingMessage): Promise<Record<string, unknown>> {
  // A form on a foreign page cannot send JSON here without asking the browser first: no withdrawal by trickery.
  if (!request.headers['content-type']?.startsWith('application/json')) throw new Mistake('Send JSON.');
  const text = await readBody(request);
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new Mistake('Send JSON.');
  }
}

function answer(response: http.ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** Keeps the customer's page up to date: one message now and one after every change of the books. */
function keepTelling(response: http.ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const tell = () => response.write(`data: ${JSON.stringify(view())}\n\n`);
  tell();
  response.on('close', watch(tell));
}

async function handle(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', settings.siteUrl);
  const route = `${request.method} ${pathname}`;
  const file = files[pathname];
  if (request.method === 'GET' && file) {
    response.writeHead(200, { 'content-type': `${file[0]}; charset=utf-8`, 'referrer-policy': 'no-referrer' });
    response.end(file[1]);
  } else if (route === 'GET /health') answer(response, 200, { status: 'ok' });
  else if (route === 'GET /live') keepTelling(response);
  else if (route === 'POST /withdrawals') answer(response, 201, await withdraw(await readForm(request)));
  else if (route === 'POST /cancel') {
    const { reference } = await readForm(request);
    answer(response, 200, await cancel(String(reference)));
  } else if (route === 'POST /webhooks') {
    const status = await receiveWebhook(await readBody(request), request.headers);
    response.writeHead(status).end();
  } else answer(response, 404, { error: 'There is nothing here.' });
}

const server = http.createServer((request, response) => {
  handle(request, response).catch((error) => {
    if (error instanceof Mistake) return answer(response, 422, { error: error.message });
    console.error(error);
    answer(response, 500, { error: 'Something went wrong on our side. Nothing was lost: try again.' });
  });
});

server.listen(settings.port, settings.host, () => console.log(`The shop is open at ${settings.siteUrl}`));
setInterval(catchUp, 15_000);
await catchUp();
