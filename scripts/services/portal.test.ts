import http from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { freePort } from '@/db/processes';
import { waitFor } from './portal';

const open: http.Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Reply = (response: http.ServerResponse) => void;
const answer = (status: number, text: string) => (response: http.ServerResponse) =>
  void response.writeHead(status).end(text);

let reply: Reply = () => {};
const serve = (port: number) =>
  void open.push(http.createServer((_request, response) => reply(response)).listen(port, '127.0.0.1'));

async function waiting(ms: Partial<Parameters<typeof waitFor>[1]> = {}, isStopped = () => false) {
  const port = await freePort();
  const told: string[] = [];
  const wait = { what: 'The portal', url: `http://127.0.0.1:${port}/`, logFile: null, isStopped };
  const done = waitFor(
    { ...wait, say: (text) => void told.push(text) },
    { all: 60_000, oneAnswer: 60_000, between: 5, refused: 5, silence: 0, ...ms },
  );
  return { port, told, done };
}

test('what is not up yet, does not answer at first and then refuses for a while is waited for, and the wait says why it goes on', async () => {
  const { port, told, done } = await waiting({ oneAnswer: 300 });
  await expect.poll(() => told.join()).toContain('ECONNREFUSED');
  serve(port);
  await expect.poll(() => told.join()).toMatch(/… The portal is not ready after \d+ s \(.*aborted.*\)/);
  reply = answer(503, 'The database is away');
  await expect.poll(() => told.join()).toMatch(/is not ready after \d+ s \(503 The database is away\)/);
  reply = answer(404, 'no fault of its own');
  await done;
});

test('the wait ends with the last answer once its time is over, and without a word once all is stopped', async () => {
  const { port, done } = await waiting({ all: 0 });
  await expect(done).rejects.toThrow(`The portal was not ready at http://127.0.0.1:${port}/ within 0 s (no answer).`);
  const stopped = await waiting({}, () => true);
  await expect(stopped.done).resolves.toBeUndefined();
});
