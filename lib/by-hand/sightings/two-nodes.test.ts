import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportPayment } from '@/lib/by-hand/report';
import { type Asked, lyingNode } from '@/lib/evm/testing/lying-node';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';

type Player = Awaited<ReturnType<typeof lyingNode>>;
const players: Player[] = [];
const play = async (rpcUrl: string) => {
  const node = await lyingNode(rpcUrl);
  players.push(node);
  return node.url;
};
const world = testWorld({ nodeFor: play });
const desk = testDesk(world);
const first = () => players[0] ?? expect.unreachable();

beforeAll(async () => {
  process.env.RPC_URL_LOCAL = `${process.env.RPC_URL_LOCAL},${await play(world.rpcUrl())}`;
});
afterAll(() => Promise.all(players.map((one) => one.close())));

const hides: (asked: Asked) => { result: unknown } | undefined = ({ method }) => {
  if (method === 'eth_getTransactionByHash' || method === 'eth_getTransactionReceipt') return { result: null };
  return method === 'eth_getLogs' ? { result: [] } : undefined;
};
const fails = ({ method }: Asked, truth: unknown) =>
  method === 'eth_getTransactionReceipt' && truth !== null
    ? { result: { ...Object(truth), status: '0x0', logs: [] } }
    : method === 'eth_getLogs'
      ? { result: [] }
      : undefined;

test.each([
  ['hides it', hides],
  ['says that it failed', fails],
])('a payment by hand that one node shows is not offered again while the first one %s', async (_what, lie) => {
  const payout = await desk.owed();
  const signing = await desk.prepareOne([payout.id]);
  const hash = await world.send('admin', signing.calls[0] ?? expect.unreachable());
  await reportPayment(world.member('payer'), { signing_id: signing.id, hash });
  await desk.look();
  first().lie(lie);
  await desk.settle();
  await desk.settle();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'transfer_in_progress' });
  first().honest();
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});
