import type { Permission, Role } from '@/db/vocabulary/people';

/** What each role is for. */
export const roleWords: Readonly<Record<Role, { name: string; lead: string }>> = {
  owner: { name: 'Owner', lead: 'May do everything, and decides who else may do what.' },
  approver: { name: 'Approver', lead: 'Approves payouts, and reads the audit. Cannot pay.' },
  payer: { name: 'Payer', lead: 'Makes payouts and pays them by hand. Cannot approve.' },
  developer: { name: 'Developer', lead: 'Makes payouts, webhooks and API keys. Neither approves nor pays by hand.' },
  viewer: { name: 'Viewer', lead: 'Sees, and changes nothing.' },
};

/** The permissions in plain words, in groups. */
export const permissionWords: readonly { group: string; rows: readonly { permission: Permission; words: string }[] }[] =
  [
    {
      group: 'Payouts',
      rows: [
        { permission: 'payouts:read', words: 'See payouts' },
        { permission: 'payouts:write', words: 'Make and cancel payouts' },
        { permission: 'payouts:approve', words: 'Approve payouts' },
        { permission: 'payouts:pay', words: 'Pay by hand from a wallet' },
        { permission: 'payouts:overrule', words: 'Go on in spite of a screening' },
        { permission: 'payouts:write_off', words: 'Write off a payment without proof' },
      ],
    },
    {
      group: 'Money',
      rows: [
        { permission: 'vaults:read', words: 'See vaults and what they cover' },
        { permission: 'vaults:write', words: 'Change vaults, signers and wallets' },
        { permission: 'ledger:read', words: 'See the ledger' },
        { permission: 'reconcile:read', words: 'See reconciliation and closed days' },
        { permission: 'reconcile:write', words: 'Resolve differences and close days' },
      ],
    },
    {
      group: 'Connections',
      rows: [
        { permission: 'webhooks:read', words: 'See webhooks and deliveries' },
        { permission: 'webhooks:write', words: 'Change webhooks and send again' },
        { permission: 'keys:read', words: 'See API keys by their beginnings' },
        { permission: 'keys:write', words: 'Make and revoke API keys' },
      ],
    },
    {
      group: 'House',
      rows: [
        { permission: 'team:read', words: 'See the team' },
        { permission: 'team:write', words: 'Invite, change roles, remove' },
        { permission: 'audit:read', words: 'Read the audit' },
        { permission: 'settings:read', words: 'See settings' },
        { permission: 'settings:write', words: 'Change settings and approval rules' },
      ],
    },
  ];
