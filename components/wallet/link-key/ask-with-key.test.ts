import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import vectors from '@/contracts/test/vectors/eip712.json';
import { askWithKey } from './ask-with-key';

const [vector] = vectors.keyPayouts;
const claim = vector?.claim ?? expect.unreachable();
const fragment = `#k=${vectors.claimKey.privateKey}`;
const needed = {
  ...{ status: 409, code: 'key_signature_needed', title: 'No', detail: 'Not it.', payout_hash: claim.payout },
  ...{ chain_id: vector?.chainId, contract: vectors.domain.verifyingContract },
};

/** A portal that takes it only with the key's signature; answers its address, and all that it was sent. */
async function portal() {
  const heard: unknown[] = [];
  const server = createServer(async (request, response) => {
    const text = (await Array.fromAsync(request)).join('');
    heard.push([request.url, JSON.stringify(request.headers), text].join(' '));
    const isNamed = Object(JSON.parse(text)).key_signature === claim.signature;
    response.writeHead(isNamed ? 202 : 409).end(JSON.stringify(isNamed ? { taken: true } : needed));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const at = server.address();
  return { path: `http://127.0.0.1:${typeof at === 'object' ? at?.port : at}/send`, heard };
}

test('what goes to an address is named by the key of the link, whose secret is in no request', async () => {
  const { path, heard } = await portal();
  const reply = await askWithKey(path, { address: claim.recipient, proof: 'kept' }, fragment);
  expect(reply).toMatchObject({ ok: true, status: 202, data: { taken: true } });
  expect(heard).toEqual([expect.anything(), expect.stringContaining('"proof":"kept"')]);
  expect(heard.join(' ')).not.toContain(vectors.claimKey.privateKey.slice(2));
});

test('without the last part of the link it is asked once, and the refusal is told', async () => {
  const { path, heard } = await portal();
  expect(await askWithKey(path, { address: claim.recipient }, '')).toMatchObject({ ok: false, status: 409 });
  expect(heard).toHaveLength(1);
});
