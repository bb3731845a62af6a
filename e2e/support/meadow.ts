import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '@/e2e/support/journey';
import { type Asked, lyingNode } from '@/lib/evm/testing/lying-node';
import { freshChain } from './installation';

const isBlock = ({ method, params }: Asked) => method === 'eth_getBlockByNumber' && params[0] !== 'latest';
const otherHash = (asked: Asked, truth: unknown) =>
  isBlock(asked) && truth !== null ? { result: { ...Object(truth), hash: `0x${'77'.repeat(32)}` } } : undefined;

/** A network that no version brings along, with a token and without the contract: two nodes, of which the second may lie. */
export async function openMeadow() {
  const directory = path.resolve('.tmp', `e2e-meadow-${process.pid}-${randomUUID().slice(0, 4)}`);
  const { chain, token, stop } = await freshChain(directory, 77_001);
  const second = await lyingNode(chain.rpcUrl);
  return {
    chain,
    token,
    nodes: [chain.rpcUrl, second.url],
    secondHost: new URL(second.url).host,
    /** From now on the second node says another hash of each block that it is asked for by its number. */
    lie: () => second.lie(otherHash),
    agree: () => second.honest(),
    stop: async () => {
      await second.close();
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
export type Meadow = Awaited<ReturnType<typeof openMeadow>>;

/** The form in which an operator proposes a network. */
export function networkForm(page: Page) {
  const form = page.getByRole('dialog', { name: 'Propose a network' });
  const field = (name: string) => form.getByLabel(name, { exact: true });
  return {
    form,
    field,
    send: () => form.getByRole('button', { name: 'Try its nodes and propose it' }).click(),
    /** What is wrong with a field stands at it. */
    expectFault: (name: string, words: RegExp) => expect(field(name)).toHaveAccessibleDescription(words),
    fill: async ({ nodes }: Meadow) => {
      await field('Name').fill('Meadow');
      await field('Short name, for ever').fill('meadow');
      await field('Network id').fill('77002');
      await field('Kind').selectOption('test');
      await field('Node 1').fill(nodes[0] ?? '');
      await field('Node 2').fill(nodes[1] ?? '');
      await field('Node address for wallets').fill('https://rpc.meadow.example');
      await field('Explorer (optional)').fill('https://scan.meadow.example');
      await field('When a payment cannot be taken back').selectOption('depth');
      await field('Blocks to wait for').fill('3');
      await field('Seconds between two blocks').fill('1');
      await field('Currency of network fees').fill('Hay');
      await field('Its symbol').fill('HAY');
    },
  };
}
