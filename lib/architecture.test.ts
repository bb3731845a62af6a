import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Import, importsIn } from './architecture/imports-in';
import { lostCausesIn } from './architecture/lost-causes-in';
import { railWordsIn } from './architecture/rail-words-in';

/**
 * Who may import whom. A file belongs to the first room whose pattern it matches; `rooms` are the rooms below it that
 * it may use, `packages` the npm packages. You may look down the stairs, never up.
 */
type Room = { name: string; holds: RegExp; rooms: string[]; packages: (string | RegExp)[] };

const below = {
  wire: ['vocabulary'],
  kernel: ['wire', 'vocabulary'],
  chains: ['kernel', 'wire', 'vocabulary'],
  evm: ['chains', 'kernel', 'wire', 'vocabulary'],
  rails: ['evm', 'chains', 'kernel', 'wire', 'vocabulary'],
  ground: ['kernel', 'wire', 'db', 'vocabulary'],
};
const books = ['access', 'jobs', 'mail', ...below.ground];
const payouts = ['rails', 'ledger', 'webhooks', 'evm', 'chains', ...books];
const react = ['react', 'react-dom', 'next'];
const wallets = ['wagmi', 'viem', '@rainbow-me/rainbowkit', '@tanstack/react-query'];
const store = ['drizzle-orm'];

const rooms: Room[] = [
  { name: 'vocabulary', holds: /^db\/vocabulary\.ts$/, rooms: [], packages: [] },
  { name: 'launcher', holds: /^db\/(embedded|processes)\.ts$/, rooms: ['db', 'vocabulary'], packages: ['postgres'] },
  { name: 'db', holds: /^db\//, rooms: ['vocabulary'], packages: ['drizzle-orm', 'postgres'] },
  {
    name: 'wire',
    holds:
      /^lib\/.+\/(([a-z-]+-)?schema|status)\.ts$|^lib\/rails\/(traits|([a-z]+\/)?terms)\.ts$|^lib\/kernel\/(money|ids|errors|explain-issue|text|time-zone|address-text)\.ts$/,
    rooms: below.wire,
    packages: ['zod'],
  },
  { name: 'kernel', holds: /^lib\/kernel\//, rooms: below.kernel, packages: ['zod', 'pino'] },
  { name: 'chains', holds: /^lib\/chains\//, rooms: below.chains, packages: ['viem'] },
  { name: 'evm', holds: /^lib\/evm\//, rooms: below.evm, packages: ['viem', 'zod'] },
  { name: 'rails', holds: /^lib\/rails\//, rooms: below.rails, packages: ['viem'] },
  { name: 'mail', holds: /^lib\/mail\//, rooms: below.ground, packages: ['nodemailer', ...store] },
  { name: 'access', holds: /^lib\/access\//, rooms: ['mail', 'evm', 'chains', ...below.ground], packages: store },
  { name: 'jobs', holds: /^lib\/jobs\//, rooms: ['access', ...below.ground], packages: ['postgres', ...store] },
  { name: 'ledger', holds: /^lib\/ledger\//, rooms: ['chains', ...books], packages: store },
  {
    name: 'webhooks',
    holds: /^lib\/(webhooks|outgoing|dialects)\//,
    rooms: ['mail', ...books],
    packages: ['ipaddr.js', 'zod', ...store],
  },
  {
    name: 'payouts',
    holds: /^lib\/(payouts|wallets|approvals|cursors|obstacles|claims|watcher|unpaid|by-hand|doors|sources)\//,
    rooms: payouts,
    packages: ['viem', ...store],
  },
  {
    name: 'reconcile',
    holds: /^lib\/reconcile\//,
    rooms: ['payouts', ...payouts],
    packages: ['viem', 'zod', ...store],
  },
  { name: 'merchants', holds: /^lib\/merchants\//, rooms: ['access', 'chains', ...below.ground], packages: store },
  {
    name: 'vaults',
    holds: /^lib\/vaults\//,
    rooms: ['rails', 'ledger', 'jobs', 'evm', 'chains', 'access', ...below.ground],
    packages: ['viem', ...store],
  },
  {
    name: 'desk',
    holds: /^lib\/desk\//,
    rooms: ['reconcile', 'payouts', ...payouts],
    packages: ['postgres', ...store],
  },
  {
    name: 'http',
    holds: /^lib\/http\//,
    rooms: ['access', ...below.ground],
    packages: ['next', 'next-auth', 'zod', ...store],
  },
  { name: 'ui', holds: /^components\/ui\//, rooms: [], packages: react },
  {
    name: 'components',
    holds: /^components\//,
    rooms: ['ui', 'chains', 'wire', 'vocabulary'],
    packages: [...react, ...wallets, 'qr'],
  },
  {
    name: 'app',
    holds: /^app\/|^(proxy|instrumentation|instrumentation-node|worker)\.ts$/,
    rooms: [
      ...[
        'http',
        'reconcile',
        'desk',
        'vaults',
        'merchants',
        'payouts',
        'rails',
        'ledger',
        'webhooks',
        'access',
        'jobs',
        'mail',
        'evm',
        'chains',
        'kernel',
        'wire',
      ],
      ...['vocabulary', 'components', 'ui'],
    ],
    packages: [...react, 'zod', /^@fontsource-variable\//],
  },
];

/** Only a room's store speaks SQL, and only the payout store and its neighbour write payouts. */
const sqlFiles = /^db\/|^lib\/.+\/([a-z-]+-)?store\.ts$/;
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

function roomOf(file: string): Room | undefined {
  return rooms.find((room) => room.holds.test(file));
}

function resolve(file: string, specifier: string): string | null {
  const target = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('./')
      ? path.posix.join(path.posix.dirname(file), specifier)
      : null;
  if (target === null) return null;
  return /\.(css|json|svg|png|js)$/.test(target) ? target : `${target}.ts`;
}

/** What is wrong with one import, or null. */
function fault(file: string, { specifier, typeOnly }: Import): string | null {
  const room = roomOf(file);
  if (!room) return `${file} belongs to no room`;
  if (specifier.startsWith('../')) return `${file} climbs with ${specifier}: use @/`;
  if (specifier.startsWith('node:')) return null;
  const target = resolve(file, specifier);
  if (target === null) return packageFault(file, room, specifier);
  if (/\.(css|svg|png)$/.test(target)) return null;
  const other = roomOf(target) ?? roomOf(target.replace(/\.ts$/, '/index.ts'));
  if (!other) return `${file} imports ${specifier}, which is in no room`;
  if (other.name === room.name || room.rooms.includes(other.name)) return null;
  // Types of the database travel with a transaction that a verb hands down; they cost nothing at run time.
  if (typeOnly && other.name === 'db' && room.name === 'app') return null;
  return `${file} (${room.name}) imports ${specifier} (${other.name})`;
}

function packageFault(file: string, room: Room, specifier: string): string | null {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const allowed = room.packages.some((entry) => (typeof entry === 'string' ? entry === name : entry.test(name)));
  if (!allowed) return `${file} (${room.name}) imports the package ${name}`;
  if (name === 'drizzle-orm' && !sqlFiles.test(file)) return `${file} speaks SQL outside a store`;
  return null;
}

function faultsOf(file: string, source: string): string[] {
  const faults = importsIn(source).map((entry) => fault(file, entry));
  const reads = /process\.env/.test(source) && file !== 'lib/kernel/env.ts' && !/^(instrumentation|worker)/.test(file);
  const barrel = /\/index\.tsx?$/.test(file) && file !== 'db/schema/index.ts';
  return [
    ...faults,
    reads ? `${file} reads process.env` : null,
    barrel ? `${file} is a barrel` : null,
    forbiddenNames.test(file) && !allowedNames.test(file) ? `${file} has a name that says nothing` : null,
  ].filter((entry) => entry !== null);
}

/** Types are proved or, in one place that says why, asserted; comments, texts and renaming imports are no casts. */
function castsIn(source: string): string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
    .replace(/`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''")
    .replace(/^(?:import|export)\s[^;]*?\sfrom\s/gm, '');
  return code.match(/[\w)\]}]\s+as\s+(?!const\b)[\w{([]+/g) ?? [];
}

const houseFiles = [
  ...['app', 'components', 'lib', 'db'].flatMap(filesBelow),
  ...['proxy.ts', 'worker.ts', 'instrumentation.ts'],
].filter((file) => !isTest.test(file));

test('every import looks down the stairs', () => {
  const faults = houseFiles.flatMap((file) => faultsOf(file, readFileSync(path.join(root, file), 'utf8')));
  expect(faults).toEqual([]);
});

test('the whole house is looked at', () => {
  expect(houseFiles.length).toBeGreaterThan(100);
  expect(new Set(houseFiles.map((file) => roomOf(file)?.name))).toEqual(new Set(rooms.map((room) => room.name)));
});

test.each([
  [
    'lib/ledger/post.ts',
    `import { move } from '@/lib/payouts/move';`,
    'lib/ledger/post.ts (ledger) imports @/lib/payouts/move (payouts)',
  ],
  [
    'lib/evm/rpc.ts',
    `export { x } from '@/lib/payouts/store';`,
    'lib/evm/rpc.ts (evm) imports @/lib/payouts/store (payouts)',
  ],
  ['app/page.tsx', `const x = await import('@/db/client');`, 'app/page.tsx (app) imports @/db/client (db)'],
  ['lib/payouts/view.ts', `import { eq } from 'drizzle-orm';`, 'lib/payouts/view.ts speaks SQL outside a store'],
  [
    'components/ui/button.tsx',
    `import { formatAmount } from '@/lib/kernel/money';`,
    'components/ui/button.tsx (ui) imports @/lib/kernel/money (wire)',
  ],
  ['lib/kernel/log.ts', `import express from 'express';`, 'lib/kernel/log.ts (kernel) imports the package express'],
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

test('nothing is cast but where the one named exception says why', () => {
  const plain = houseFiles.filter((file) => file.endsWith('.ts') && file !== 'lib/kernel/unchecked.ts');
  const casts = plain.flatMap((file) =>
    castsIn(readFileSync(path.join(root, file), 'utf8')).map((cast) => `${file}: ${cast}`),
  );
  expect(casts).toEqual([]);
  expect(castsIn('const x = y as Payout; // as told')).toEqual(['y as Payout']);
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
