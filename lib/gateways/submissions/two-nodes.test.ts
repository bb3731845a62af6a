import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asked, lyingNode } from '@/lib/evm/testing/lying-node';
import { gatewayRounds } from '@/lib/gateways/testing/rounds';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { decideSubmission } from './decide';

type Player = Awaited<ReturnType<typeof lyingNode>>;
const players: Player[] = [];
const play = async (rpcUrl: string) => {
  const node = await lyingNode(rpcUrl);
  players.push(node);
  return node.url;
};
const world = testWorld({ nodeFor: play });
const gateway = testGateway(world);
const { owed, submit, latest, settle, work } = gatewayRounds(world, gateway);

beforeAll(async () => {
  process.env.RPC_URL_LOCAL = `${process.env.RPC_URL_LOCAL},${await play(world.rpcUrl())}`;
});
afterAll(() => Promise.all(players.map((one) => one.close())));

const hidden = { eth_getTransactionByHash: null, eth_getTransactionReceipt: null, eth_getLogs: [] };
const hides = ({ method }: Asked) =>
  method in hidden ? { result: Object.entries(hidden).find(([name]) => name === method)?.[1] } : undefined;

test('nobody can say that a payout was not sent while a second node shows it and the first one does not', async () => {
  players[0]?.lie(hides);
  gateway.server().behave({ breakAfterSubmit: true });
  const payout = await owed();
  await submit();
  await settle();
  for (const seconds of [6, 20, 61]) await work(seconds);
  const { id } = await latest(payout.id);
  const asked = decideSubmission(world.member('owner'), id, { decision: 'not_sent', reason: 'Not in its list' });
  await expect(asked).rejects.toMatchObject({
    code: 'submission_state',
    message: expect.stringContaining('after all'),
  });
  players[0]?.honest();
  await settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});
