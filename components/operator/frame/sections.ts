import type { OperatorPermission } from '@/db/vocabulary/operators';

export type OperatorSection = { href: string; name: string; permission: OperatorPermission };

/** Every page of the operators that stands in their navigation. */
export const operatorSections: readonly OperatorSection[] = [
  { href: '/operator', name: 'Checklist', permission: 'installation:read' },
  { href: '/operator/nodes', name: 'Nodes', permission: 'installation:read' },
  { href: '/operator/chains', name: 'Networks', permission: 'installation:read' },
  { href: '/operator/tokens', name: 'Tokens', permission: 'installation:read' },
  { href: '/operator/merchants', name: 'Merchants', permission: 'merchants:read' },
  { href: '/operator/state', name: 'State', permission: 'installation:read' },
  { href: '/operator/fees', name: 'Fees', permission: 'fees:read' },
  { href: '/operator/stops', name: 'Stops', permission: 'installation:read' },
  { href: '/operator/people', name: 'Operators', permission: 'operators:read' },
  { href: '/operator/audit', name: 'Audit', permission: 'audit:read' },
];

/** Those that an operator with these permissions sees. */
export function sectionsFor(permissions: readonly OperatorPermission[]): OperatorSection[] {
  return operatorSections.filter(({ permission }) => permissions.includes(permission));
}
