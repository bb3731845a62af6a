import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { concatHex, isHex } from 'viem';
import { z } from 'zod';
import { startPostgres } from '@/db/embedded';
import { create2ProxyAddress, testUsdtAddress } from '@/lib/chains/addresses-without-salt';
import { localChainId, startChain } from '@/scripts/services/chain';
import { chainOfDemo, newPerson } from './chain';
import { runStart } from './portal';

const hex = z.custom<`0x${string}`>(isHex);
const artefacts = z.object({ testUsdt: z.object({ bytecode: hex, salt: hex }) });

/** A network with a token and without the payout contract; its blocks are made by the test. */
export async function freshChain(directory: string, id: number = localChainId) {
  const local = await startChain(directory, id);
  const person = newPerson();
  const wallets = { customer: person, other: person, admin: person, vault: person };
  const token = { symbol: 'USDT', address: hex.parse(testUsdtAddress), decimals: 6 };
  const chain = chainOfDemo({ token, vault: person.address, wallets }, local.rpcUrl, id);
  const file = path.resolve('contracts/deployments/bytecode.json');
  const { testUsdt } = artefacts.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { address: from } = await chain.newcomer();
  await chain.rpc('anvil_impersonateAccount', [from]);
  const data = concatHex([testUsdt.salt, testUsdt.bytecode]);
  await chain.rpc('eth_sendTransaction', [{ from, to: create2ProxyAddress, data, gas: '0x4c4b40' }]);
  await chain.mine();
  return { chain, token: token.address, stop: local.stop };
}

/**
 * What a person who runs a portal of their own has after `npm start` on an empty database: no demo, nobody in it, no mail server,
 * one node, and the link that was printed.
 */
export async function openInstallation() {
  const name = `e2e-installation-${process.pid}-${randomUUID().slice(0, 4)}`;
  const directory = path.resolve('.tmp', `${name}-services`);
  const { chain, stop: stopChain } = await freshChain(path.join(directory, 'chain'));
  const secretsKey = randomBytes(32).toString('base64');
  const database = await startPostgres(path.join(directory, 'pg'));
  const close = async () => {
    await database.stop();
    await stopChain();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const portal = await runStart(name, {
      ...{ DATABASE_URL: database.appUrl, DATABASE_MIGRATION_URL: database.ownerUrl, DEMO: '0' },
      ...{ SECRETS_KEY: secretsKey, RPC_URL_LOCAL: chain.rpcUrl },
    });
    const printed = () => /\S+\/operator\/set-up\/\S+/.exec(portal.said())?.[0] ?? '';
    const stop = async () => {
      await portal.stop();
      await close();
    };
    return { chain, baseUrl: portal.baseUrl, databaseUrl: database.ownerUrl, secretsKey, directory, printed, stop };
  } catch (error) {
    await close();
    throw error;
  }
}

export type Installation = Awaited<ReturnType<typeof openInstallation>>;
