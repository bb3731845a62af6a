/**
 * The house from the ground up. A room may import itself and the rooms of floors below its own, so that no circle can
 * form; rooms of one floor do not know each other. The longest name that fits decides a file's room.
 */
export const floors: readonly (readonly string[])[] = [
  ['db/vocabulary'],
  ['db', 'lib/kernel'],
  ['lib/words', 'lib/traces'],
  ['lib/chains'],
  ['lib/wire'],
  ['lib/evm/nodes'],
  ['lib/evm', 'lib/mail', 'lib/outgoing', 'lib/dialects'],
  ['lib/access'],
  ['lib/operators'],
  ['lib/access/proofs', 'lib/access/trail'],
  ['lib/access/passkeys'],
  ['lib/access/sessions'],
  ['lib/access/policies'],
  ['lib/access/team'],
  ['lib/rails', 'lib/jobs', 'lib/merchants', 'lib/approvals', 'lib/wallets'],
  ['lib/rates', 'lib/screening', 'lib/stops', 'lib/nodes', 'lib/networks'],
  ['lib/cursors', 'lib/ledger', 'lib/receipts', 'lib/signers', 'lib/webhooks/endpoints', 'lib/http/base'],
  ['lib/sources', 'lib/orders/settings', 'lib/doors/keys', 'lib/metrics', 'lib/tokens'],
  ['lib/vaults', 'lib/gateways', 'lib/relay', 'lib/watcher', 'lib/webhooks/events', 'lib/http/identity'],
  ['lib/orders/core', 'lib/rewards/core'],
  ['lib/vaults/signing', 'lib/payouts', 'lib/webhooks/sending', 'lib/http/pipeline'],
  ['lib/payouts/fees', 'lib/payouts/limits'],
  ['lib/quotes'],
  [
    'lib/obstacles',
    'lib/attestations',
    'lib/relay/claims',
    'lib/movements',
    'lib/webhooks/trial',
    'lib/http/docs',
    'lib/http/pages',
    'lib/payouts/mails',
    'lib/orders/mails',
  ],
  ['lib/payouts/terms', 'lib/payouts/approvals', 'lib/payouts/receipts', 'lib/payouts/screening', 'lib/proofs'],
  ['lib/payouts/vouchers', 'lib/orders', 'lib/rewards'],
  ['lib/relay/batches', 'lib/relay/direct', 'lib/gateways/submissions', 'lib/orders/clock', 'lib/quotes/deals'],
  ['lib/by-hand/sightings', 'lib/claims'],
  ['lib/by-hand', 'lib/watched'],
  ['lib/unpaid', 'lib/sandbox', 'lib/sources/looks', 'lib/doors', 'lib/ledger/checks'],
  ['lib/reconcile/core'],
  ['lib/reconcile/chain'],
  ['lib/reconcile/books'],
  ['lib/reconcile/review', 'lib/reconcile/gateways'],
  ['lib/reconcile/day'],
  ['lib/operators/checklist', 'lib/operators/state'],
  ['lib/leaving', 'lib/operators/merchants', 'lib/desk/list', 'lib/desk/story', 'lib/desk/gateways', 'lib/desk/keys'],
  ['lib/desk/overview', 'lib/desk/pay', 'lib/desk/approvals', 'lib/desk/guide'],
  ['lib/desk/live'],
];

/** The pages' side: it sees the words of the wire and the facts of networks, never the database or a verb. */
export const fronts: readonly (readonly string[])[] = [
  ['components/ui/words'],
  ['components/ui', 'components/ask'],
  ['components/passkey'],
  ['components/ui/figures'],
  ['components/rails', 'components/receipt'],
  ['components/wallet'],
  ['components/wallet/link-key'],
  ['components/wallet/proving', 'components/wallet/sending'],
  ['components/wallet/claiming', 'components/wallet/acting'],
  ['components/claim', 'components/sign-in', 'components/wallet/verifying'],
  ['components/claim/mailbox', 'components/claim/no-wallet'],
  ['components/claim/offering', 'components/claim/quoting', 'components/claim/verify', 'components/claim/order'],
  ['components/claim/sent'],
  ['components/claim/screens'],
  ['components/claim/page'],
  ['components/desk/frame', 'components/desk/charts'],
  ['components/desk/dialogs'],
  ['components/desk/shell', 'components/desk/words', 'components/operator/frame'],
  ['components/desk/passkeys'],
  ['components/operator/checklist', 'components/operator/merchants'],
  ['components/operator/people', 'components/operator/state'],
  [
    'components/desk/pay/run',
    'components/operator/stops',
    'components/operator/tokens',
    'components/operator/nodes',
    'components/operator/chains',
  ],
  [
    ...[
      'account',
      'api-keys',
      'approvals',
      'audit',
      'gateways',
      'ledger',
      'overview',
      'pay',
      'reconcile',
      'relayer',
      'rewards',
      'settings',
      'team',
    ],
    ...['vaults', 'webhooks'],
  ].map((page) => `components/desk/${page}`),
  ['components/desk/payouts', 'components/desk/payouts/screening', 'components/desk/webhooks/endpoints'],
  ['components/desk/orders', 'components/desk/payouts/new', 'components/desk/verifications', 'components/desk/guide'],
];

/** What pages may see of lib and db. */
export const wireShapes =
  /^db\/vocabulary\/|^lib\/wire\/|^lib\/chains\/|^lib\/.+\/([a-z-]+-)?schema\.ts$|^lib\/rails\/(traits|([a-z]+\/)?terms)\.ts$|^lib\/kernel\/(money|ids|errors|explain-issue|text|time-zone|address-text)\.ts$/;

/** Messages in one language, which every part of a page may say. */
export const messages = /^lib\/words\/(?!catalogues|words-in)/;

type Package = string | RegExp;
const store: Package[] = ['drizzle-orm'];
const react: Package[] = ['react', 'react-dom', 'next'];

/** The npm packages of each room; the longest name that fits decides. */
export const packages: Record<string, readonly Package[]> = {
  db: ['drizzle-orm', 'postgres'],
  'lib/kernel': ['zod', 'pino', '@opentelemetry/api'],
  'lib/traces': [/^@opentelemetry\//],
  'lib/wire': ['zod'],
  'lib/chains': ['viem', 'zod'],
  'lib/evm': ['viem', 'zod'],
  'lib/mail': ['nodemailer', ...store],
  'lib/outgoing': ['ipaddr.js'],
  'lib/dialects': ['zod'],
  'lib/access': ['zod', ...store],
  'lib/access/passkeys': ['zod', '@simplewebauthn/server'],
  'lib/rails': ['viem', 'zod'],
  'lib/jobs': ['postgres', ...store],
  'lib/http': ['next', 'next-auth', 'zod', ...store],
  'lib/metrics': ['prom-client', ...store],
  'lib/desk': ['postgres', 'zod', ...store],
  lib: ['viem', 'zod', ...store],
  'components/ui': react,
  components: [...react, 'zod', 'wagmi', 'viem', '@rainbow-me/rainbowkit', '@tanstack/react-query', 'qr'],
  'components/passkey': ['@simplewebauthn/browser'],
  app: [...react, 'zod', /^@fontsource-variable\//],
};
