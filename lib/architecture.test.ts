import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { floors, fronts } from './architecture/house';
import { importsIn } from './architecture/imports-in';
import { lostCausesIn } from './architecture/lost-causes-in';
import { railWordsIn } from './architecture/rail-words-in';
import { importFaults, roomOf } from './architecture/rooms';
import { foreignWritesIn, freeWritesIn } from './architecture/store-writes';

const forbiddenNames = /(^|\/)(utils?|helpers?|common|shared|misc|managers?|services?)(\/|\.|$)/i;
/** `scripts/services` names the processes that the start command looks after, which is what they are called. */
const allowedNames = /^scripts\/services(\/|$)/;
const root = fileURLToPath(new URL('..', import.meta.url));
const isTest = /\.test\.tsx?$|\/testing\/|^lib\/architecture\//;

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const file = path.posix.join(folder, name);
    return statSync(path.join(root, file)).isDirectory() ? filesBelow(file) : /\.tsx?$/.test(name) ? [file] : [];
  });
}

function faultsOf(file: string, source: string): string[] {
  const faults = importFaults(file, source);
  const reads = /process\.env/.test(source) && file !== 'lib/kernel/env.ts' && !/^(instrumentation|worker)/.test(file);
  const barrel = /\/index\.tsx?$/.test(file) && file !== 'db/schema/index.ts';
  return [
    ...faults,
    reads ? `${file} reads process.env` : null,
    barrel ? `${file} is a barrel` : null,
    forbiddenNames.test(file) && !allowedNames.test(file) ? `${file} has a name that says nothing` : null,
  ].filter((entry) => entry !== null);
}

const houseFiles = [
  ...['app', 'components', 'lib', 'db'].flatMap(filesBelow),
  ...['proxy.ts', 'worker.ts', 'instrumentation.ts'],
].filter((file) => !isTest.test(file));

test('every import looks down the stairs', () => {
  const faults = houseFiles.flatMap((file) => faultsOf(file, readFileSync(path.join(root, file), 'utf8')));
  expect(faults).toEqual([]);
});

test('no room writes into the tables of another but through a row that it has locked', () => {
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  const writes = houseFiles.flatMap((file) => foreignWritesIn(file, read(file), read));
  expect(writes).toEqual([]);
});

test('a write into another room is seen, and one through a locked row is none', () => {
  const store = `export async function saveIt(tx: Tx, it: It): Promise<void> {\n  await tx.insert(its).values(it);\n}
export async function endIt(tx: Tx, payout: LockedPayout): Promise<void> {\n  await tx.delete(its);\n}
export async function findIt(db: Queryable): Promise<void> {\n  await db.select().from(its);\n}\n`;
  const source = `import { endIt, findIt, saveIt } from '@/lib/its/store';`;
  expect(freeWritesIn(store)).toEqual(['saveIt']);
  expect(foreignWritesIn('lib/other/x.ts', source, () => store)).toEqual([
    'lib/other/x.ts writes with saveIt of lib/its/store.ts',
  ]);
  expect(foreignWritesIn('lib/its/inner/x.ts', source, () => store)).toEqual([]);
});

/** What stands around the house, and what of it each may use; tests and their support may use all. */
const outskirts: Record<string, RegExp> = {
  demo: /^(demo|lib|db|scripts\/services)\//,
  scripts: /^(scripts|demo|app|lib|db)\//,
  bench: /^(bench|scripts|demo|lib|db|e2e\/support)\//,
  e2e: /^(e2e|scripts|demo|lib|db|examples\/signer\/testing)\//,
  examples: /^examples\//,
  packages: /^packages\//,
};

/** Imports that leave what a folder around the house may use. */
function strayImports(file: string, source: string): string[] {
  const allowed = outskirts[file.split('/')[0] ?? ''];
  return importsIn(source)
    .map(({ specifier }) => specifier)
    .filter((specifier) => specifier.startsWith('@/') && !allowed?.test(specifier.slice(2)))
    .map((specifier) => `${file} imports ${specifier}`);
}

test('nothing around the house is used by it, and each folder around it keeps to its own', () => {
  const files = Object.keys(outskirts)
    .flatMap(filesBelow)
    .filter((file) => !isTest.test(file));
  expect(files.length).toBeGreaterThan(80);
  expect(files.flatMap((file) => strayImports(file, readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
  expect(strayImports('demo/x.ts', `import { y } from '@/e2e/support/y';`)).toEqual([
    'demo/x.ts imports @/e2e/support/y',
  ]);
});

test('the whole house is looked at', () => {
  expect(houseFiles.length).toBeGreaterThan(100);
  expect(new Set(houseFiles.map(roomOf))).toEqual(new Set([...floors.flat(), ...fronts.flat(), 'app']));
});

test.each([
  [
    'lib/ledger/post.ts',
    `import { move } from '@/lib/payouts/move';`,
    'lib/ledger/post.ts (lib/ledger) imports @/lib/payouts/move (lib/payouts)',
  ],
  [
    'lib/evm/rpc.ts',
    `export { x } from '@/lib/payouts/store';`,
    'lib/evm/rpc.ts (lib/evm) imports @/lib/payouts/store (lib/payouts)',
  ],
  ['app/page.tsx', `const x = await import('@/db/client');`, 'app/page.tsx (app) imports @/db/client (db)'],
  ['lib/payouts/view.ts', `import { eq } from 'drizzle-orm';`, 'lib/payouts/view.ts speaks SQL outside a store'],
  [
    'components/ui/button.tsx',
    `import { formatAmount } from '@/lib/kernel/money';`,
    'components/ui/button.tsx (components/ui) imports @/lib/kernel/money (lib/kernel)',
  ],
  ['lib/kernel/log.ts', `import express from 'express';`, 'lib/kernel/log.ts (lib/kernel) imports the package express'],
  [
    'lib/payouts/view.ts',
    `import { x } from '../kernel/money';`,
    'lib/payouts/view.ts climbs with ../kernel/money: use @/',
  ],
  ['lib/payouts/view.ts', `const url = process.env.DATABASE_URL;`, 'lib/payouts/view.ts reads process.env'],
  ['lib/payouts/index.ts', `export {};`, 'lib/payouts/index.ts is a barrel'],
  ['lib/payouts/utils.ts', `export {};`, 'lib/payouts/utils.ts has a name that says nothing'],
  ['attic/x.ts', `import './y';`, 'attic/x.ts belongs to no room'],
])('a planted violation in %s is seen', (file, source, message) => {
  expect(faultsOf(file, source)).toEqual([message]);
});

/**
 * Libraries' ways to have a wallet sign or send: they repeat the question in other words when a wallet answers an error.
 * wagmi's provider asks for the wallet again whenever it is drawn.
 */
const repeating =
  /^(use)?(wagmiProvider|sendTransaction|sendCalls|sendRawTransaction|writeContract|deployContract|signMessage|signTypedData|signTransaction|signAuthorization|prepareTransactionRequest|walletClient|connectorClient|getWalletClient|getConnectorClient|createWalletClient|walletActions|eip5792Actions)(Sync)?$/i;
const asking = /['"`](eth_send|eth_sign|personal_sign|wallet_send)\w*['"`]/;
/** The door to wallets, and the demo's wallet, which stands on the other side of it. */
const askers = /^components\/wallet\/ask-once\.ts$|^demo\/wallet\//;

/** What asks a wallet to sign or send without going through the door that asks once. */
function asksIn(file: string, source: string): string[] {
  const named = [...source.matchAll(/import\s*\{([^}]*)\}\s*from\s*['"](?:wagmi|viem|permissionless)[^'"]*['"]/g)]
    .flatMap((match) => (match[1] ?? '').split(','))
    .map((name) =>
      name
        .replace(/\bas\b.*/, '')
        .replace(/^\s*type\s/, '')
        .trim(),
    )
    .filter((name) => repeating.test(name));
  const whole = /import\s*(\*|\w+\s+from)[^;]*['"](wagmi|viem)(\/[\w-]+)*['"]/.test(source)
    ? ['the whole library']
    : [];
  const asked = asking.test(source) && !askers.test(file) ? ['a question to a wallet'] : [];
  return [...named, ...whole, ...asked].map((name) => `${file}: ${name}`);
}

test('a wallet is asked to sign or to send through one door only', () => {
  const files = [...houseFiles, ...filesBelow('demo/wallet')];
  expect(files.flatMap((file) => asksIn(file, readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
});

test.each([
  [`import { useSendTransaction } from 'wagmi';`, 'x.ts: useSendTransaction'],
  [`import { getCapabilities, sendCalls } from 'wagmi/actions';`, 'x.ts: sendCalls'],
  [`import { createWalletClient as make, http } from 'viem';`, 'x.ts: createWalletClient'],
  [`import { writeContract } from 'viem/actions';`, 'x.ts: writeContract'],
  [`import { WagmiProvider } from 'wagmi';`, 'x.ts: WagmiProvider'],
  [`import * as actions from 'wagmi/actions';`, 'x.ts: the whole library'],
  [`provider.request({ method: 'eth_sendTransaction' });`, 'x.ts: a question to a wallet'],
])('a second door to wallets is seen: %s', (source, message) => {
  expect(asksIn('x.ts', source)).toEqual([message]);
});

test('an error that is made of another one keeps it as its cause', () => {
  const lost = houseFiles.flatMap((file) =>
    lostCausesIn(readFileSync(path.join(root, file), 'utf8')).map((one) => `${file}: ${one}`),
  );
  expect(lost).toEqual([]);
  expect(lostCausesIn("try { x(); } catch { throw new Refusal('internal'); }")).toEqual(['throw new Refusal']);
  expect(lostCausesIn("try { x(); } catch (error) { throw new Error('no', { cause: error }); }")).toEqual([]);
});

/** A rail's own folders, and what the database holds every row against. */
const railsOwn = /^(lib|components)\/rails\/|^db\/(vocabulary\.ts$|schema\/)/;

test('what depends on a rail is asked of the rail, never decided by its word', () => {
  const files = houseFiles.filter((file) => !railsOwn.test(file));
  const found = files.flatMap((file) =>
    railWordsIn(readFileSync(path.join(root, file), 'utf8')).map((words) => `${file}: ${words}`),
  );
  expect(found).toEqual([]);
});

test.each([
  "if (payout.rail === 'wallet') pay();",
  "const open = 'contract' !== transfer?.rail;",
  "const byHand = railOf(draft) === 'wallet';",
  "where(eq(transfers.rail, 'wallet'))",
  "where(inArray(payouts.rail, ['contract']))",
  "sql`select 1 from payouts p where p.rail = 'wallet'`",
  "sql`where {payouts.rail} in ('contract')`",
  'switch (payout.rail) {}',
])('a decision by the word of a rail is seen: %s', (source) => {
  expect(railWordsIn(source)).toHaveLength(1);
});
