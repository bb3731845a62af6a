import http from 'node:http';
import { privateKeyToAccount } from 'viem/accounts';
import { openLog, readLog } from './log.ts';
import { proofOf, whoseRequest } from './proof.ts';
import { Costs, refuseTransaction } from './relay-rules.ts';
import { readLinks, readRules, refuse, Spent } from './rules.ts';
import { settings } from './settings.ts';
import { readTransaction, signTransaction } from './transaction.ts';
import { readRequest, sign } from './voucher.ts';

/** A signer that a merchant, or an operator for a relay account, keeps itself: `node examples/signer/server.ts`. */

const own = privateKeyToAccount(`0x${settings.key.replace('0x', '')}`).address;
const spent = new Spent();
const costs = new Costs();
for (const { refused, request, at } of readLog(settings.logFile)) {
  if (!refused && request.type === 'voucher.sign') spent.add(request.voucher, at);
  if (!refused && request.type === 'transaction.sign') costs.add(request.transaction, at);
}
const append = openLog(settings.logFile);

/** Decides, counts and writes down without a pause in between, so that two requests at once cannot both take the rest. */
function decide(id: string, body: string) {
  const at = Math.floor(Date.now() / 1000);
  const rules = readRules(settings.rulesFile);
  if (String(Object(JSON.parse(body)).type).startsWith('transaction.')) {
    const request = readTransaction(body);
    const standing = { rules: rules.relay, paused: rules.paused === true, costs, own };
    const refused = refuseTransaction(request, standing, at);
    append({ at, id, refused, request });
    if (!refused && request.type === 'transaction.sign') costs.add(request.transaction, at);
    return { what: 'transaction', refused, signed: () => signTransaction(settings.key, request.transaction) };
  }
  const request = readRequest(body);
  const refused = refuse(request, { rules, links: readLinks(rules), spent }, at);
  append({ at, id, refused, request });
  if (!refused && request.type === 'voucher.sign') spent.add(request.voucher, at);
  return { what: 'voucher', refused, signed: () => sign(settings.key, request.voucher) };
}

async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > 100_000) return void response.writeHead(413, { connection: 'close' }).end();
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks).toString('utf8');
  const by = whoseRequest(request.headers, body, settings.secrets);
  if (request.method !== 'POST' || !by) return void response.writeHead(401).end();
  const { what, refused, signed } = decide(by.id, body);
  const said = refused
    ? { type: `${what}.refused`, request: by.id, ...refused }
    : { type: `${what}.signed`, request: by.id, signature: await signed() };
  const text = JSON.stringify(said);
  const headers = { 'content-type': 'application/json', ...proofOf(by.id, text, by.secret) };
  response.writeHead(refused ? 422 : 200, headers).end(text);
}

const server = http.createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error instanceof Error ? error.message : 'The request could not be answered');
    response.writeHead(500).end();
  });
});

server.listen(settings.port, settings.host, () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : settings.port;
  console.log(`${own} signs at http://${settings.host}:${port}`);
});
