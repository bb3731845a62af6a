'use client';
import Link from 'next/link';
import { useState } from 'react';
import { useViewer } from '@/components/desk/frame/desk';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/figures/icon';
import { AccountMenu } from './account';
import { MerchantSwitch } from './merchant-switch';
import { DeskNav, isHere, type NavGroups, usePlace } from './nav';

const item =
  'flex min-h-14 w-full flex-col items-center justify-center gap-0.5 text-[0.6875rem] text-quiet aria-[current=page]:text-text aria-[current=page]:font-medium';

/** The navigation of a phone: the few that are needed all day at the thumb, the rest in a sheet. */
export function PhoneBar({ groups }: { groups: NavGroups }) {
  const [open, setOpen] = useState(false);
  const pathname = usePlace();
  const { name, merchant } = useViewer();
  const first = groups.flatMap(({ sections }) => sections.filter(({ icon }) => icon));
  const close = () => setOpen(false);
  return (
    <>
      <nav
        aria-label="Main pages"
        className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
      >
        <ul className="mx-auto flex max-w-lg">
          {first.map(({ href, name, icon }) => (
            <li key={href} className="grow basis-0">
              <Link
                href={href}
                prefetch={false}
                aria-current={isHere(pathname, href) ? 'page' : undefined}
                className={item}
              >
                {icon && <Icon name={icon} size={20} />}
                {name}
              </Link>
            </li>
          ))}
          <li className="grow basis-0">
            <button type="button" className={item} aria-haspopup="dialog" onClick={() => setOpen(true)}>
              <Icon name="more" size={20} />
              More
            </button>
          </li>
        </ul>
      </nav>
      <Dialog open={open} onClose={close} title="Menu" sheet>
        <div className="space-y-5">
          <MerchantSwitch />
          <div className="[&_a[aria-current=page]]:bg-sunken [&_a[aria-current=page]]:shadow-none">
            <DeskNav groups={groups} onGo={close} />
          </div>
          <div className="border-t border-line pt-4">
            <p className="mb-3 px-2 text-sm wrap-anywhere">
              {name} <span className="text-quiet">· {merchant.role}</span>
            </p>
            <AccountMenu onGo={close} />
          </div>
        </div>
      </Dialog>
    </>
  );
}
