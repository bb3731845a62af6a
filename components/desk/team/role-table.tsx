'use client';
import { Icon } from '@/components/ui/figures/icon';
import { Th } from '@/components/ui/table';
import { type Permission, type Role, roles } from '@/db/vocabulary/people';
import { permissionWords, roleWords } from './role-words';

export type RolePermissions = Readonly<Record<Role, readonly Permission[]>>;

const frame = 'relative overflow-x-auto rounded-lg border border-line bg-surface';

/** What each role may do, as the portal itself decides it. */
export function RoleTable({ allowed }: { allowed: RolePermissions }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, so the keyboard must reach it
    <section aria-label="By role" tabIndex={0} className={frame}>
      <table className="w-full min-w-lg border-collapse text-[0.8125rem]">
        <caption className="sr-only">What each role may do</caption>
        <thead className="border-b border-line text-left text-xs text-quiet">
          <tr>
            <Th>
              <span className="sr-only">What</span>
            </Th>
            {roles.map((role) => (
              <Th key={role} className="text-center">
                {roleWords[role].name}
              </Th>
            ))}
          </tr>
        </thead>
        {permissionWords.map(({ group, rows }) => (
          <tbody key={group} className="divide-y divide-line border-b border-line last:border-b-0">
            <tr>
              <th
                scope="rowgroup"
                colSpan={roles.length + 1}
                className="bg-sunken px-3 py-1.5 text-left text-xs font-medium text-quiet"
              >
                {group}
              </th>
            </tr>
            {rows.map(({ permission, words }) => (
              <tr key={permission} className="hover:bg-sunken">
                <th scope="row" className="px-3 py-1.5 text-left font-normal">
                  {words}
                </th>
                {roles.map((role) => (
                  <td key={role} className="px-3 py-1.5 text-center">
                    <Mark allowed={allowed[role].includes(permission)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Mark({ allowed }: { allowed: boolean }) {
  if (!allowed) return <span className="sr-only">No</span>;
  return (
    <span className="inline-flex text-good">
      <Icon name="check" />
      <span className="sr-only">Yes</span>
    </span>
  );
}
