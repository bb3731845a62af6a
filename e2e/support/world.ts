import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '@/db/processes';
import { startChain } from '@/scripts/services/chain';
import { chainOfDemo } from './chain';
import { readDemo } from './demo-file';
import { merchantOf } from './merchant';
import { networkTo, openReceiver } from './network';
import { launchPortal } from './portal';

/** The portal that is shared by all journeys that change nothing but their own payouts. Its chain makes blocks itself. */
export function sharedWorld() {
  const demo = readDemo(process.env.E2E_DEMO_FILE ?? '');
  return { demo, chain: chainOfDemo(demo, demo.chain.rpcUrl), merchant: merchantOf(demo) };
}
export type World = ReturnType<typeof sharedWorld>;

/**
 * A portal of its own, for journeys that empty the vault, stop the network or decide when a block comes: here a block
 * is made only when the test makes one.
 */
export async function openOwnWorld(more: Record<string, string> = {}) {
  const name = `e2e-own-${process.pid}-${randomUUID().slice(0, 4)}`;
  const directory = path.resolve('.tmp', `${name}-chain`);
  const local = await startChain(directory);
  const network = await networkTo(local.rpcUrl);
  const receiver = await openReceiver();
  const signerPort = await freePort();
  const hosts = `${receiver.host},127.0.0.1:${signerPort}`;
  const settings = { ...more, RPC_URL_LOCAL: network.url, WEBHOOK_ALLOWED_PRIVATE_HOSTS: hosts };
  const close = async () => {
    await receiver.close();
    await network.close();
    await local.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const portal = await launchPortal(name, settings);
    const demo = readDemo(portal.demoFile);
    const world = {
      demo,
      chain: chainOfDemo(demo, local.rpcUrl),
      merchant: merchantOf(demo),
      network,
      receiver,
      signerPort,
    };
    const stop = async () => {
      await portal.stop();
      await close();
    };
    return { world, stop };
  } catch (error) {
    await close();
    throw error;
  }
}
export type OwnWorld = Awaited<ReturnType<typeof openOwnWorld>>['world'];
