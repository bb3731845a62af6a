import type { IconName } from '@/components/ui/figures/icon';
import type { Permission } from '@/db/vocabulary/people';

export type DeskSection = {
  href: string;
  name: string;
  /** Without it the entry is absent, and its address answers as if there were nothing. */
  permission: Permission;
  /** After "g" on the keyboard. */
  key: string;
  /** Set for the few that stand in the bar of a phone. */
  icon?: IconName;
};

/** Every page of the desk that stands in its navigation, in groups. */
export const deskSections: readonly { name: string | null; sections: readonly DeskSection[] }[] = [
  {
    name: null,
    sections: [
      { href: '/dashboard', name: 'Overview', permission: 'payouts:read', key: 'o', icon: 'overview' },
      { href: '/dashboard/payouts', name: 'Payouts', permission: 'payouts:read', key: 'p', icon: 'payouts' },
      { href: '/dashboard/orders', name: 'Orders', permission: 'payouts:read', key: 'e' },
      { href: '/dashboard/rewards', name: 'Rewards', permission: 'payouts:read', key: 'd' },
      { href: '/dashboard/approvals', name: 'Approvals', permission: 'payouts:read', key: 'a', icon: 'approve' },
      { href: '/dashboard/pay', name: 'Pay by hand', permission: 'payouts:pay', key: 'h' },
      { href: '/dashboard/verifications', name: 'Wallet verifications', permission: 'payouts:read', key: 'c' },
    ],
  },
  {
    name: 'Money',
    sections: [
      { href: '/dashboard/vaults', name: 'Vaults', permission: 'vaults:read', key: 'v' },
      { href: '/dashboard/gateways', name: 'Gateways', permission: 'gateways:read', key: 'y' },
      { href: '/dashboard/ledger', name: 'Ledger', permission: 'ledger:read', key: 'l' },
      { href: '/dashboard/relayer', name: 'Network fees', permission: 'payouts:read', key: 'n' },
      { href: '/dashboard/reconciliation', name: 'Reconciliation', permission: 'reconcile:read', key: 'r' },
    ],
  },
  {
    name: 'Connections',
    sections: [
      { href: '/dashboard/webhooks', name: 'Webhooks', permission: 'webhooks:read', key: 'w' },
      { href: '/dashboard/api-keys', name: 'API keys', permission: 'keys:read', key: 'k' },
    ],
  },
  {
    name: 'Merchant',
    sections: [
      { href: '/dashboard/team', name: 'Team', permission: 'team:read', key: 't' },
      { href: '/dashboard/audit', name: 'Audit', permission: 'audit:read', key: 'u' },
      { href: '/dashboard/settings', name: 'Settings', permission: 'settings:read', key: 's' },
    ],
  },
];

/** Those that a member with these permissions sees; a group without any is left out. */
export function sectionsFor(permissions: readonly Permission[]) {
  return deskSections
    .map(({ name, sections }) => ({ name, sections: sections.filter((one) => permissions.includes(one.permission)) }))
    .filter(({ sections }) => sections.length > 0);
}
