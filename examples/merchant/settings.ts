import type { CreatePayout } from '@drawbridge/sdk';

/** What the shop needs to know. It is a program of its own and knows no more of the portal than any merchant does. */
function need(name: string): string {
  const value = process.env[name];
  if (value) return value;
  console.error(`${name} is not set. examples/merchant/README.md says what it is.`);
  process.exit(1);
}

const host = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 3001);

const chains: CreatePayout['chain'][] = ['local', 'ethereum', 'base', 'arbitrum', 'polygon', 'bsc', 'sepolia'];

export const settings = {
  host,
  port,
  /** This shop's own address, as its customers type it. */
  siteUrl: process.env.SITE_URL || `http://${host}:${port}`,
  portalUrl: need('DRAWBRIDGE_URL').replace(/\/$/, ''),
  /** Can pay money out: it stays on this server and never reaches the page. */
  apiKey: need('DRAWBRIDGE_API_KEY'),
  /** Two while a rotation overlaps: the new one and the old one, parted by a space. */
  webhookSecrets: need('WEBHOOK_SECRET').split(' '),
  dataFile: process.env.DATA_FILE || '.data/merchant.json',
  /** What the shop pays out in, and on which network. */
  asset: 'USDT',
  chain: chains.find((one) => one === process.env.CHAIN) ?? 'local',
};
