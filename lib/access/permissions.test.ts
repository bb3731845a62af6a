import { describe, expect, test } from 'vitest';
import { type Permission, permissions, type Role, roles, scopes } from '@/db/vocabulary/people';
import { type Actor, isAllowed, requirePermission } from './actor';

/** Written by hand, cell by cell, so that a change of the product's table shows here. `x` may, `-` may not. */
const table = `
                    owner approver payer developer viewer
  payouts:read        x      x       x       x       x
  payouts:write       x      -       x       x       -
  payouts:approve     x      x       -       -       -
  payouts:overrule    x      -       -       -       -
  payouts:pay         x      -       x       -       -
  payouts:write_off   x      -       -       -       -
  vaults:read         x      x       x       x       x
  vaults:write        x      -       -       -       -
  ledger:read         x      x       x       x       x
  reconcile:read      x      x       x       x       x
  reconcile:write     x      -       x       -       -
  webhooks:read       x      x       x       x       x
  webhooks:write      x      -       -       x       -
  gateways:read       x      x       x       x       x
  gateways:write      x      -       -       -       -
  exports:read        x      -       -       -       -
  keys:read           x      -       -       x       -
  keys:write          x      -       -       x       -
  team:read           x      x       x       x       x
  team:write          x      -       -       -       -
  audit:read          x      x       -       -       -
  settings:read       x      x       x       x       x
  settings:write      x      -       -       -       -
`;

const [head = '', ...lines] = table.trim().split('\n');
const columns = head.trim().split(/\s+/);
const cells = lines.flatMap((line) => {
  const [permission = '', ...marks] = line.trim().split(/\s+/);
  return marks.map((mark, index) => ({ permission, role: columns[index] ?? '', may: mark === 'x' }));
});

function roleOf(text: string): Role {
  const role = roles.find((one) => one === text);
  if (!role) throw new Error(`${text} is no role`);
  return role;
}

function permissionOf(text: string): Permission {
  const permission = permissions.find((one) => one === text);
  if (!permission) throw new Error(`${text} is no permission`);
  return permission;
}

function member(role: Role): Extract<Actor, { kind: 'user' }> {
  return {
    kind: 'user',
    userId: 'usr_1',
    merchantId: 'mer_1',
    role,
    sessionId: 'ses_1',
    steppedUpAt: null,
    timeZone: 'UTC',
  };
}

const contextFor = (actor: Actor) => ({
  db: Object.create(null),
  clock: { now: () => new Date() },
  actor,
  requestId: 'req_1',
});

test('the table has every role and every permission once', () => {
  expect([...columns].sort()).toEqual([...roles].sort());
  expect(lines.map((line) => line.trim().split(/\s+/)[0]).sort()).toEqual([...permissions].sort());
  expect(cells).toHaveLength(roles.length * permissions.length);
});

describe('the permission table', () => {
  test.each(cells.filter(({ may }) => may))('$role may $permission', ({ role, permission }) => {
    const actor = member(roleOf(role));
    expect(isAllowed(actor, permissionOf(permission))).toBe(true);
    expect(requirePermission(contextFor(actor), permissionOf(permission))).toBe(actor);
  });

  test.each(cells.filter(({ may }) => !may))('$role may not $permission', ({ role, permission }) => {
    const actor = member(roleOf(role));
    expect(isAllowed(actor, permissionOf(permission))).toBe(false);
    expect(() => requirePermission(contextFor(actor), permissionOf(permission))).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });
});

test('nobody who approves also pays, but for the owner', () => {
  const both = roles.filter(
    (role) => isAllowed(member(role), 'payouts:approve') && isAllowed(member(role), 'payouts:pay'),
  );
  expect(both).toEqual(['owner']);
});

test('an API key may what its scopes say and nothing else', () => {
  const key: Actor = { kind: 'api_key', keyId: 'key_1', merchantId: 'mer_1', scopes: ['payouts:read'] };
  expect(permissions.filter((permission) => isAllowed(key, permission))).toEqual(['payouts:read']);
  const all: Actor = { ...key, scopes };
  expect(permissions.filter((permission) => isAllowed(all, permission))).toEqual([...scopes]);
});

test.each([{ kind: 'claimant' }, { kind: 'system', job: 'x' }] as const)(
  'an actor of kind $kind has no permission',
  (actor) => {
    expect(() => requirePermission(contextFor(actor), 'payouts:read')).toThrow(
      expect.objectContaining({ code: 'unauthenticated' }),
    );
  },
);
