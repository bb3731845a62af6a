import { readFileSync } from 'node:fs';
import startPortal from '@/e2e/support/portal';

export type Demo = {
  baseUrl: string;
  apiKey: string;
  chain: { rpcUrl: string; chainId: number };
  wallets: Record<'customer' | 'other', { address: `0x${string}`; privateKey: `0x${string}` }>;
  databaseUrl: string;
};

/** Runs `work` against the whole product, started as `npm start` does, and stops it again. */
export async function withPortal<T>(work: (demo: Demo) => Promise<T>): Promise<T> {
  const stop = await startPortal();
  try {
    return await work(JSON.parse(readFileSync(process.env.E2E_DEMO_FILE ?? '', 'utf8')));
  } finally {
    await stop?.();
  }
}

export type NewPayout = { id: string; claim_url: string };

export async function createOne(demo: Demo, reference: string): Promise<NewPayout> {
  const body = { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference };
  const answer = await fetch(`${demo.baseUrl}/api/v1/payouts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${demo.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Error(`create answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
