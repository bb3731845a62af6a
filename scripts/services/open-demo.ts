import type { Connection } from '@/db/client';
import { freePort } from '@/db/processes';
import type { DemoMerchant } from '@/demo/seed';
import { localChainId } from './chain';
import { isPortFree } from './checks';
import type { ChildOrder } from './children';
import { type DemoFacts, readyClaimLink, removeDemoFile, welcomeText, writeDemoFile } from './demo';
import { StartFault } from './fault';
import type { Plan } from './plan';
import { merchantOrder, portalAddress, waitFor } from './portal';
import type { Progress } from './progress';
import { readSecrets, writeSecrets } from './secrets';
import type { Stack } from './stack';

export type PreparedDemo = { facts: DemoFacts; merchant: ChildOrder };

/** The demo's chain; `history`: it is new and began so many days ago, to be filled with what happened since. */
export type DemoChain = {
  rpcUrl: string;
  begin(): void;
  history: { days: number; save(): Promise<void> } | null;
};

type Preparation = {
  /** Where the example shop is going to be. */
  site: URL;
  plan: Plan;
  stack: Stack;
  progress: Progress;
  /** Settings of the portal's processes, to which the demo adds its own. */
  settings: Record<string, string>;
  chain: DemoChain;
};

/** Beside the portal's port, where that is free, so that a bookmark of the shop usually lasts. */
async function sitePort(plan: Plan): Promise<number> {
  const wanted = Number(process.env.MERCHANT_PORT || plan.port + 1);
  if (!Number.isInteger(wanted) || wanted < 1) throw new StartFault('MERCHANT_PORT must be a port number.');
  if (wanted < 65_536 && wanted !== plan.port && (await isPortFree('127.0.0.1', wanted))) return wanted;
  if (process.env.MERCHANT_PORT) throw new StartFault(`MERCHANT_PORT ${wanted} is in use by another program.`);
  return freePort();
}

type Weeks = { rpcUrl: string; days: number; save(): Promise<void> };

/** Where the example shop is going to be; the portal is allowed to send it webhooks. */
export async function demoSite(plan: Plan, settings: Record<string, string>): Promise<URL> {
  const site = new URL(`http://localhost:${await sitePort(plan)}`);
  const receivers = [`localhost:${site.port}`, `127.0.0.1:${site.port}`, process.env.WEBHOOK_ALLOWED_PRIVATE_HOSTS];
  settings.WEBHOOK_ALLOWED_PRIVATE_HOSTS = receivers.filter(Boolean).join(',');
  return site;
}

/** Some weeks of payouts for a merchant that is new; in any case the chain's clock is today's afterwards. */
async function fillHistory(connection: Connection, merchant: DemoMerchant, { rpcUrl, days, save }: Weeks) {
  const { isWithoutPayouts, makeHistory, setChainTime } = await import('@/demo/history');
  if (await isWithoutPayouts(connection, merchant)) await makeHistory(connection, merchant, { rpcUrl, save }, days);
  await setChainTime(rpcUrl, new Date());
  await save();
}

/** Seeds the demo merchant, brings the chain to where it needs it, and bundles the demo wallet. */
export async function prepareDemo({
  plan,
  stack,
  progress,
  settings,
  chain,
  site,
}: Preparation): Promise<PreparedDemo> {
  // The verbs below read their settings where the portal's processes do.
  Object.assign(process.env, settings, { DEMO: '1', BASE_URL: plan.baseUrl, DATA_DIR: plan.dataDir });
  return progress.step('Preparing the demo merchant, its vault and the demo wallet', async () => {
    const { seedDemoMerchant, seedRelayAccounts, connectMerchantSite } = await import('@/demo/seed');
    const { seedDemoDoors } = await import('@/demo/doors');
    const { seedDemoTeam } = await import('@/demo/team');
    const { fundAdmin, fundRelay, prepareChain } = await import('@/demo/chain');
    const { bundleDemoWallet } = await import('@/demo/bundle-wallet');
    const { connect } = await import('@/db/client');
    const { env } = await import('@/lib/kernel/env');
    const connection = connect(settings.DATABASE_URL ?? '', 2);
    const secrets = readSecrets(plan.dataDir);
    try {
      const merchant = await seedDemoMerchant(connection, secrets.apiKey);
      await seedDemoTeam(connection, merchant.merchantId);
      await prepareChain(chain.rpcUrl, merchant.signer);
      // Before the shop hears of payouts: it made none of these.
      if (chain.history) await fillHistory(connection, merchant, { ...chain, ...chain.history });
      const webhook = await connectMerchantSite(connection, merchant, site.href, secrets.webhook);
      writeSecrets(plan.dataDir, { ...secrets, webhook });
      await fundAdmin(chain.rpcUrl);
      await fundRelay(chain.rpcUrl, await seedRelayAccounts(connection, env.DEMO_RELAY_ACCOUNTS));
      chain.begin();
      await bundleDemoWallet(plan.dataDir, localChainId);
      removeDemoFile(plan.dataDir);
      await stack.add(() => removeDemoFile(plan.dataDir));
      const facts = {
        ...{ baseUrl: plan.baseUrl, merchantId: merchant.merchantId, apiKey: secrets.apiKey, rpcUrl: chain.rpcUrl },
        ...{ merchantSite: site.origin, databaseUrl: settings.DATABASE_URL ?? '' },
        doors: await seedDemoDoors(connection, merchant),
      };
      return { facts, merchant: merchantOrder(plan, site, secrets.apiKey, webhook.secret) };
    } finally {
      await connection.close();
    }
  });
}

type Opening = Pick<Preparation, 'plan' | 'stack' | 'progress'> & { demo: PreparedDemo };

/** With everything running: makes sure of a link to claim with, writes the demo file and says where to go. */
export async function openDemo({ plan, demo, stack, progress }: Opening): Promise<void> {
  const { facts, merchant } = demo;
  const wait = { isStopped: () => stack.isStopping, say: progress.say };
  await waitFor({ what: merchant.name, url: facts.merchantSite, logFile: merchant.logFile, ...wait });
  const link = await readyClaimLink(portalAddress(plan), plan.dataDir, readSecrets(plan.dataDir));
  writeDemoFile(plan.dataDir, facts);
  console.log(welcomeText(facts, new URL(new URL(link).pathname, plan.baseUrl).href));
}
