'use client';
import Link from 'next/link';
import { askDesk } from '@/components/desk/frame/ask';
import { useViewer } from '@/components/desk/frame/desk';
import { Icon } from '@/components/ui/figures/icon';
import { ThemeChoice } from './theme-choice';

const row = 'flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-sunken';

/** Who is signed in, as whom, and what concerns them alone. */
export function AccountMenu({ onGo }: { onGo?: () => void }) {
  const { merchant, session_id } = useViewer();
  const signOut = async () => {
    await askDesk(`/api/desk/sessions/${session_id}`, { method: 'DELETE', merchantId: merchant.id });
    window.location.assign('/sign-in');
  };
  return (
    <div className="space-y-2">
      <ThemeChoice />
      <div>
        <Link href="/dashboard/account" prefetch={false} className={row} onClick={onGo}>
          Your account
        </Link>
        <button type="button" className={row} onClick={signOut}>
          Sign out
        </button>
      </div>
    </div>
  );
}

export function Account() {
  const { name, merchant } = useViewer();
  return (
    <details data-menu className="group relative text-sm">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-lg px-2.5 hover:bg-line/50 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0">
          <span className="block truncate" title={name}>
            {name}
          </span>
          <span className="block text-xs text-quiet">{merchant.role}</span>
        </span>
        <span className="ml-auto text-quiet group-open:rotate-180">
          <Icon name="down" />
        </span>
      </summary>
      <div className="absolute inset-x-0 bottom-full z-10 mb-1 rounded-lg border border-line bg-surface p-2 shadow-lg">
        <AccountMenu />
      </div>
    </details>
  );
}
