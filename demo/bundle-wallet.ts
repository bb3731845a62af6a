import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';
import { demoAccount } from './accounts';

const people = [
  { name: 'customer', label: 'Customer', note: 'gets the money' },
  { name: 'other', label: 'Another person', note: 'to try the wrong wallet' },
  { name: 'admin', label: 'Admin', note: 'pays by hand' },
  { name: 'vault', label: 'Vault', note: 'allows and stops payouts' },
  { name: 'operator', label: 'Operator', note: 'runs the portal' },
] as const;

export const walletFiles = { page: 'demo-wallet.js', signer: 'demo-wallet-signer.js' } as const;

/** Bundles the demo wallet into the data folder; it is never part of the portal's own build. */
export async function bundleDemoWallet(dataDir: string, chainId: number): Promise<void> {
  const accounts = people.map(({ name, ...words }) => ({ ...words, ...demoAccount(name) }));
  const source = (file: string) => fileURLToPath(new URL(`./wallet/${file}`, import.meta.url));
  const settings = { bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'warning' } as const;
  await build({
    ...settings,
    entryPoints: [source('announce.ts')],
    outfile: path.join(dataDir, walletFiles.page),
    define: { DEMO_ACCOUNTS: JSON.stringify(accounts), DEMO_CHAIN_ID: String(chainId) },
    plugins: [
      {
        name: 'css-as-text',
        setup: ({ onResolve }) => {
          onResolve({ filter: /\.css\?text$/ }, ({ path: file, resolveDir }) => ({
            path: path.join(resolveDir, file.replace('?text', '')),
            pluginData: 'text',
          }));
        },
      },
    ],
    loader: { '.css': 'text' },
  });
  await build({
    ...settings,
    entryPoints: [source('signer.ts')],
    outfile: path.join(dataDir, walletFiles.signer),
  });
  await stop();
}
