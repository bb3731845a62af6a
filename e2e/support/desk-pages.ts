import { readdirSync } from 'node:fs';
import path from 'node:path';

/** What a page of the desk is about, as far as its address needs it. */
export type Named = {
  payout: string;
  /** A payout that is completed. */
  paid: string;
  order: string;
  endpoint: string;
  delivery: string;
  source: string;
  posting: string;
  day: string;
};

export type DeskPage = {
  /** Below app/(dashboard)/dashboard, as the folders are called. */
  route: string;
  at(named: Named): string;
  /** The document's title, before the portal's name. */
  title: string | RegExp;
  heading: string | RegExp;
  /** Whether a viewer may see it. */
  viewer: boolean;
};

const plain = (route: string, title: string, viewer = true, heading: string | RegExp = title): DeskPage => {
  return { route, at: () => `/dashboard${route}`, title, heading, viewer };
};

/** Every page of the desk. A new one fails the tests until it stands here. */
export const deskPages: readonly DeskPage[] = [
  plain('', 'Overview'),
  plain('/guide', 'Your first payout'),
  plain('/payouts', 'Payouts'),
  {
    ...{ route: '/payouts/[id]', title: /^Payout order-/, heading: /^order-/, viewer: true },
    at: ({ payout }) => `/dashboard/payouts/${payout}`,
  },
  {
    ...{ route: '/payouts/[id]/receipt', title: 'Receipt', heading: 'Receipt', viewer: true },
    at: ({ paid }) => `/dashboard/payouts/${paid}/receipt`,
  },
  plain('/payouts/new', 'New payout', false),
  plain('/orders', 'Orders'),
  {
    ...{ route: '/orders/[id]', title: /^Order purchase-/, heading: /^purchase-/, viewer: true },
    at: ({ order }) => `/dashboard/orders/${order}`,
  },
  plain('/rewards', 'Rewards'),
  plain('/approvals', 'Approvals'),
  plain('/pay', 'Pay by hand', false),
  plain('/vaults', 'Vaults'),
  plain('/gateways', 'Gateways'),
  plain('/ledger', 'Ledger'),
  {
    ...{ route: '/ledger/[id]', title: 'Posting', heading: /./, viewer: true },
    at: ({ posting }) => `/dashboard/ledger/${posting}`,
  },
  plain('/verifications', 'Wallet verifications'),
  plain('/relayer', 'Network fees'),
  plain('/reconciliation', 'Reconciliation'),
  {
    ...{ route: '/reconciliation/[chain]/[day]', title: 'Closed day', heading: /\d{4}/, viewer: true },
    at: ({ day }) => `/dashboard/reconciliation/local/${day}`,
  },
  plain('/webhooks', 'Webhooks'),
  plain('/webhooks/new', 'Add an endpoint', false),
  {
    ...{ route: '/webhooks/[id]', title: 'Webhook endpoint', heading: /./, viewer: true },
    at: ({ endpoint }) => `/dashboard/webhooks/${endpoint}`,
  },
  {
    ...{ route: '/webhooks/[id]/edit', title: 'Edit an endpoint', heading: /./, viewer: false },
    at: ({ endpoint }) => `/dashboard/webhooks/${endpoint}/edit`,
  },
  plain('/webhooks/deliveries', 'Webhook deliveries', true, 'Deliveries'),
  {
    ...{ route: '/webhooks/deliveries/[id]', title: 'Webhook delivery', heading: /^(payout|order)\./, viewer: true },
    at: ({ delivery }) => `/dashboard/webhooks/deliveries/${delivery}`,
  },
  plain('/webhooks/sources', 'Webhook sources', true, 'Sources'),
  {
    ...{ route: '/webhooks/sources/[id]', title: 'Webhook source', heading: 'Our gateway', viewer: true },
    at: ({ source }) => `/dashboard/webhooks/sources/${source}`,
  },
  plain('/api-keys', 'API keys', false),
  plain('/team', 'Team'),
  plain('/audit', 'Audit', false),
  plain('/settings', 'Settings', true, /^Settings/),
  plain('/account', 'Your account'),
];

/** The pages that are there, by their folders; what is left is answered as nothing. */
export function routesOnDisk(): string[] {
  const files = readdirSync(path.resolve('app/(dashboard)/dashboard'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => path.basename(file) === 'page.tsx')
    .map((file) => path.posix.join('/', path.dirname(file).split(path.sep).join('/')).replace(/\/$/, ''))
    .filter((route) => route !== '/[...rest]');
}
