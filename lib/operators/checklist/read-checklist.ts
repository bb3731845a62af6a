import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { checksumAddress } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { configuredChains } from '@/lib/chains/served';
import { nodesOf } from '@/lib/evm/nodes/nodes';
import { probeNode } from '@/lib/evm/probe-node';
import { readHealth } from '@/lib/http/base/health';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { requireOperator } from '@/lib/operators/require-operator';
import { getInstallation } from '@/lib/operators/store';
import { selectAccounts } from '@/lib/relay/account-store';
import { claimsLeft, lowClaims } from '@/lib/relay/claims-left';
import { isDeployed } from './deployment';
import type { CheckStep } from './schema';

/** No step keeps the page longer; what has not answered by then is in trouble. */
const maxStepMs = 8_000;
/** A backup that was confirmed longer ago is asked for again. */
const backupDays = 7;

type Installation = Awaited<ReturnType<typeof getInstallation>>;
type Found = Pick<CheckStep, 'state' | 'said'>;
const done = (said: string): Found => ({ state: 'done', said });
const open = (said: string): Found => ({ state: 'open', said });
const trouble = (said: string): Found => ({ state: 'trouble', said });

/** What a look finds, within a time of our own; what it throws is what is wrong. */
async function within(look: () => Promise<Found>): Promise<Found> {
  const late = Promise.withResolvers<Found>();
  const timer = setTimeout(() => late.resolve(trouble('It did not answer in time.')), maxStepMs);
  const found = look().catch((error: unknown) => {
    if (error instanceof Refusal) return trouble(error.message);
    throw error;
  });
  return Promise.race([found, late.promise]).finally(() => clearTimeout(timer));
}

async function lookAtNodes(chain: ChainKey): Promise<Found> {
  const reports = await Promise.all(nodesOf(chain).map(probeNode));
  const lacking = reports.flatMap(({ host, lacks }) => lacks.map((lack) => `${host}: ${lack}`));
  if (lacking.length > 0) return trouble(lacking.join(' '));
  const said = reports.map(
    ({ host, head, final, logBlocks }) =>
      `${host} is at block ${head?.number}, final ${final}, and grants logs of ${logBlocks} blocks at once.`,
  );
  return done(said.join(' '));
}

async function lookAtContract(chain: ChainKey): Promise<Found> {
  if (await isDeployed(chain)) return done('It is there.');
  return open(`It is not there. Deploy it with a wallet, or by npm run contracts:deploy -- --chain ${chain}.`);
}

async function lookAtRelayer({ db }: Context, chain: ChainKey): Promise<Found> {
  const accounts = (await selectAccounts(db, chain)).filter(({ purpose }) => purpose === 'relay');
  if (accounts.length === 0) return { state: 'spare', said: 'None: recipients send their claims themselves.' };
  const faults = accounts.flatMap(({ address, stop, restCode, ...money }) => {
    const left = claimsLeft(money);
    const name = checksumAddress(address);
    if (stop) return [`${name} is stopped.`];
    if (restCode) return [`${name} cannot sign: ${restCode}.`];
    if (left === null) return [`${name} was not looked at yet.`];
    return left < lowClaims ? [`${name} holds enough for ${left} claims.`] : [];
  });
  return faults.length > 0 ? trouble(faults.join(' ')) : done(`${accounts.length} with enough to send.`);
}

function lookAtMail({ mailArrivedAt }: Installation): Found {
  if (!env.SMTP_URL && !env.DEMO) return open('No mail server is set: SMTP_URL.');
  if (!mailArrivedAt) return open('A mail server is set. Send a test mail, and type the code that arrives.');
  return done(`A test mail arrived on ${mailArrivedAt.toISOString().slice(0, 10)}.`);
}

function lookAtBackup({ backupAt }: Installation, now: Date): Found {
  if (!backupAt) return open('No backup was confirmed yet.');
  const day = backupAt.toISOString().slice(0, 10);
  const days = (now.getTime() - backupAt.getTime()) / 86_400_000;
  return days > backupDays
    ? trouble(`The last one that was confirmed is of ${day}.`)
    : done(`The last one is of ${day}.`);
}

function lookAtAddress(): Found {
  const { protocol, hostname, host } = new URL(env.BASE_URL);
  if (protocol !== 'https:' && hostname !== 'localhost' && hostname !== '127.0.0.1')
    return open(`${host} is reached without TLS: BASE_URL must begin with https.`);
  if (protocol === 'https:' && !env.TRUST_PROXY)
    return trouble('TRUST_PROXY is not set: behind a proxy all callers look like one.');
  return done(`It is reached at ${host}.`);
}

function lookAtFees({ feeCollector }: Installation): Found {
  if (feeCollector) return done(`Fees of new vaults go to ${checksumAddress(feeCollector)}.`);
  return { state: 'spare', said: 'None is chosen: fees stay in each merchant’s vault.' };
}

async function lookAtWorker(): Promise<Found> {
  const { worker } = await readHealth();
  return worker === 'running' ? done('One is alive.') : trouble('None was heard of for 45 seconds: npm run worker.');
}

/** What the installation needs, and how each of it is now. */
export async function readChecklist(ctx: Context): Promise<CheckStep[]> {
  requireOperator(ctx, 'installation:read');
  const own = await getInstallation(ctx.db);
  const step = (id: CheckStep['id'], name: string, found: Found, chain: ChainKey | null = null): CheckStep => {
    return { id, chain, name, ...found };
  };
  const ofChain = async (chain: ChainKey) => {
    const { name } = chainOf(chain);
    const looks = [lookAtNodes, lookAtContract, (one: ChainKey) => lookAtRelayer(ctx, one)] as const;
    const [nodes, contract, relayer] = await Promise.all(looks.map((look) => within(() => look(chain))));
    const nothing = trouble('It was not looked at.');
    return [
      step('nodes', `Nodes of ${name}`, nodes ?? nothing, chain),
      step('contract', `Contract on ${name}`, contract ?? nothing, chain),
      step('relayer', `Relayer on ${name}`, relayer ?? nothing, chain),
    ];
  };
  const [worker, ...chains] = await Promise.all([within(lookAtWorker), ...configuredChains().map(ofChain)]);
  return [
    step('worker', 'A worker', worker),
    step('address', 'The portal’s address', lookAtAddress()),
    ...(chains.length > 0 ? chains.flat() : [step('nodes', 'Nodes', open('No network is served: RPC_URL_<CHAIN>.'))]),
    step('mail', 'Mail', lookAtMail(own)),
    step('fee_collector', 'Where fees go', lookAtFees(own)),
    step('backup', 'A backup', lookAtBackup(own, ctx.clock.now())),
  ];
}
