import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type DemoAccountName, demoAccount, demoAdminEmail, demoOperatorEmail } from '@/demo/accounts';
import type { DemoDoors } from '@/demo/doors';
import { drawbridgeAddress, testUsdtAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { StartFault } from './fault';
import { type DemoSecrets, writeSecrets } from './secrets';

export type DemoFacts = {
  baseUrl: string;
  merchantId: string;
  apiKey: string;
  rpcUrl: string;
  merchantSite: string;
  databaseUrl: string;
  doors: DemoDoors;
};

const fileOf = (dataDir: string) => path.join(dataDir, 'demo.json');

/** What programs need to use the demo: written whole, once everything in it is true. */
export function writeDemoFile(dataDir: string, facts: DemoFacts): void {
  const wallets: DemoAccountName[] = ['customer', 'other', 'admin', 'vault'];
  const { decimals, symbol } = chainOf('local').tokens[0] ?? { symbol: 'USDT', decimals: 6 };
  const content = {
    ...{ baseUrl: facts.baseUrl, merchantId: facts.merchantId, apiKey: facts.apiKey },
    chain: { key: 'local', chainId: chainOf('local').id, rpcUrl: facts.rpcUrl },
    contract: drawbridgeAddress,
    vault: demoAccount('vault').address,
    feeCollector: demoAccount('feeCollector').address,
    token: { symbol, address: testUsdtAddress, decimals },
    wallets: Object.fromEntries(wallets.map((name) => [name, demoAccount(name)])),
    adminEmail: demoAdminEmail,
    operatorEmail: demoOperatorEmail,
    mailbox: `${facts.baseUrl}/dev/mailbox`,
    merchantSite: facts.merchantSite,
    databaseUrl: facts.databaseUrl,
    doors: facts.doors,
  };
  const file = fileOf(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function removeDemoFile(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}

const payoutSchema = z.object({ id: z.string(), status: z.string(), expires_at: z.string() });
const createdSchema = payoutSchema.extend({ claim_url: z.url() });

async function ask(url: string, apiKey: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await response.text();
  if (response.status === 404) return null;
  if (!response.ok) throw new StartFault(`The portal refused the demo's own call (${response.status}): ${text}`);
  return JSON.parse(text);
}

/** A link that a newcomer can claim with: the one of an earlier start while it is open for an hour, else a new one. */
export async function readyClaimLink(baseUrl: string, dataDir: string, secrets: DemoSecrets): Promise<string> {
  const { welcome, apiKey } = secrets;
  if (welcome) {
    const known = payoutSchema.nullable().parse(await ask(`${baseUrl}/api/v1/payouts/${welcome.payoutId}`, apiKey));
    const isOpen = known?.status === 'pending' && Date.parse(known.expires_at) > Date.now() + 3_600_000;
    if (isOpen) return new URL(welcome.claimPath, baseUrl).href;
  }
  const created = createdSchema.parse(
    await ask(`${baseUrl}/api/v1/payouts`, apiKey, {
      ...{ amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' } },
      ...{ reference: `welcome-${randomUUID().slice(0, 8)}`, description: 'A first payout, to try the portal' },
    }),
  );
  writeSecrets(dataDir, {
    ...secrets,
    welcome: { payoutId: created.id, claimPath: new URL(created.claim_url).pathname },
  });
  return created.claim_url;
}

/** What the newcomer sees. The curl works when pasted. */
export function welcomeText(facts: DemoFacts, claimLink: string): string {
  return `
  Claim a payout     ${claimLink}
                     Open it, connect the "Demo wallet" and get 24.50 test USDT.
  Merchant's site    ${facts.merchantSite}
  Merchant's desk    ${facts.baseUrl}/dashboard
                     Sign in as ${demoAdminEmail}; the code arrives in the mailbox.
  Operator's pages   ${facts.baseUrl}/operator
                     Sign in as ${demoOperatorEmail}, or with the demo wallet's Operator.
  Demo's mailbox     ${facts.baseUrl}/dev/mailbox
  API reference      ${facts.baseUrl}/docs
  API key            ${facts.apiKey}

  Make a payout of your own:

  curl -sS ${facts.baseUrl}/api/v1/payouts \\
    -H 'Authorization: Bearer ${facts.apiKey}' \\
    -H 'Content-Type: application/json' \\
    -H "Idempotency-Key: $(date +%s)-$RANDOM" \\
    -d '{"amount":"25.00","asset":"USDT","chain":"local","recipient":{"type":"anyone"},"reference":"order-'$(date +%s)-$RANDOM'"}'
`;
}
