import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

type Wallet = { address: `0x${string}`; privateKey: `0x${string}` };

/** The demo file of the portal under test (DESIGN: processes and data). */
export type Demo = {
  baseUrl: string;
  merchantId: string;
  apiKey: string;
  chain: { key: string; chainId: number; rpcUrl: string };
  contract: `0x${string}`;
  vault: `0x${string}`;
  feeCollector: `0x${string}`;
  token: { symbol: string; address: `0x${string}`; decimals: number };
  wallets: Record<'customer' | 'other' | 'admin' | 'vault', Wallet>;
  merchantSite: string;
  databaseUrl: string;
};

export function readDemo(): Demo {
  const file = process.env.E2E_DEMO_FILE;
  if (!file) throw new Error('E2E_DEMO_FILE is not set: run the tests through Playwright, whose set-up sets it');
  return JSON.parse(readFileSync(file, 'utf8'));
}

export type Payout = { id: string; status: string; claim_url: string; reference: string };

/** Makes a payout as a merchant's server does. */
export async function createPayout(body: Record<string, unknown> = {}): Promise<Payout> {
  const demo = readDemo();
  const response = await fetch(`${demo.baseUrl}/api/v1/payouts`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${demo.apiKey}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({
      ...{ amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' } },
      ...{ reference: `e2e-${randomUUID()}` },
      ...body,
    }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return response.json();
}
