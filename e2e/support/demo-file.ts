import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Address, Hex } from 'viem';
import { z } from 'zod';
import { readSecrets } from '@/scripts/services/secrets';

const isHex = (text: unknown) => typeof text === 'string' && /^0x[0-9a-fA-F]*$/.test(text);
const address = z.custom<Address>(isHex, 'must be an address');
const wallet = z.object({ address, privateKey: z.custom<Hex>(isHex, 'must be a key') });

const demoSchema = z.object({
  baseUrl: z.url(),
  merchantId: z.string(),
  apiKey: z.string(),
  chain: z.object({ chainId: z.number(), rpcUrl: z.url() }),
  contract: address,
  vault: address,
  feeCollector: address,
  token: z.object({ symbol: z.string(), address, decimals: z.number() }),
  wallets: z.object({ customer: wallet, other: wallet, admin: wallet, vault: wallet }),
  merchantSite: z.url(),
  databaseUrl: z.url(),
  doors: z.object({
    dex3: z.object({ public: z.string(), private: z.string() }),
    coindirect: z.object({ id: z.string(), key: z.string(), merchantId: z.string() }),
    adjoe: z.object({ url: z.url(), token: z.string() }),
  }),
});

/** What a portal in demo mode tells about itself in its demo file, and the key of its secrets, which lies beside it. */
export type Demo = z.infer<typeof demoSchema> & { secretsKey: string };

export function readDemo(file: string): Demo {
  const { secretsKey } = readSecrets(path.dirname(file));
  return { ...demoSchema.parse(JSON.parse(readFileSync(file, 'utf8'))), secretsKey };
}
