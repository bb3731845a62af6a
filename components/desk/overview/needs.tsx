import Link from 'next/link';
import { countWords } from '@/components/desk/words/count-words';
import { Icon } from '@/components/ui/figures/icon';
import { Status, type Tone } from '@/components/ui/status';
import type { Permission } from '@/db/vocabulary/people';
import type { NeedCounts } from '@/lib/desk/overview/schema';

type Need = {
  key: keyof NeedCounts;
  tone: Tone;
  /** With the count before it: "3 wait for approval". */
  one: string;
  many: string;
  /** Where there is none: "nothing waits for approval". */
  none: string;
  href: string;
  /** Where a member who may act on it goes instead. */
  acting?: { permission: Permission; href: string };
  permission: Permission;
};

const list = '/dashboard/payouts?needs=';

/** The weightiest first: what may be lost or paid twice, then what people wait for, then what nobody is told. */
const needs: readonly Need[] = [
  {
    key: 'unknown',
    tone: 'bad',
    one: 'payment whose outcome nobody knows yet',
    many: 'payments whose outcome nobody knows yet',
    none: 'outcomes',
    href: `${list}unknown`,
    permission: 'payouts:read',
  },
  {
    key: 'unanswered',
    tone: 'bad',
    one: 'payment was handed to a wallet that has not answered',
    many: 'payments were handed to wallets that have not answered',
    none: 'wallets',
    href: '/dashboard/pay',
    permission: 'payouts:pay',
  },
  {
    key: 'differences',
    tone: 'bad',
    one: 'difference between chain and books',
    many: 'differences between chain and books',
    none: 'differences',
    href: '/dashboard/reconciliation',
    permission: 'reconcile:read',
  },
  {
    key: 'disputes',
    tone: 'bad',
    one: 'order is in dispute and waits for your verdict',
    many: 'orders are in dispute and wait for your verdict',
    none: 'disputes',
    href: '/dashboard/orders?status=disputed',
    permission: 'payouts:read',
  },
  {
    key: 'failed',
    tone: 'bad',
    one: 'payout failed',
    many: 'payouts failed',
    none: 'failures',
    href: `${list}failed`,
    permission: 'payouts:read',
  },
  {
    key: 'approval',
    tone: 'warn',
    one: 'payout waits for approval',
    many: 'payouts wait for approval',
    none: 'approvals',
    href: '/dashboard/approvals',
    permission: 'payouts:read',
  },
  {
    key: 'payment',
    tone: 'warn',
    one: 'payout is to be paid by hand',
    many: 'payouts are to be paid by hand',
    none: 'payments by hand',
    href: `${list}payment`,
    acting: { permission: 'payouts:pay', href: '/dashboard/pay' },
    permission: 'payouts:read',
  },
  {
    key: 'vaults',
    tone: 'bad',
    one: 'vault cannot pay what is promised',
    many: 'vaults cannot pay what is promised',
    none: 'vaults',
    href: '/dashboard/vaults',
    permission: 'vaults:read',
  },
  {
    key: 'blocked',
    tone: 'bad',
    one: 'payout cannot be paid, for another reason than money',
    many: 'payouts cannot be paid, for other reasons than money',
    none: 'hindrances',
    href: `${list}blocked`,
    permission: 'payouts:read',
  },
  {
    key: 'funds',
    tone: 'warn',
    one: 'payout waits for funds',
    many: 'payouts wait for funds',
    none: 'funds',
    href: `${list}funds`,
    permission: 'payouts:read',
  },
  {
    key: 'stuck',
    tone: 'warn',
    one: 'payout is on its way for too long',
    many: 'payouts are on their way for too long',
    none: 'stuck payouts',
    href: `${list}stuck`,
    permission: 'payouts:read',
  },
  {
    key: 'endpoints',
    tone: 'warn',
    one: 'webhook endpoint takes no messages',
    many: 'webhook endpoints take no messages',
    none: 'endpoints',
    href: '/dashboard/webhooks',
    permission: 'webhooks:read',
  },
  {
    key: 'exhausted',
    tone: 'warn',
    one: 'webhook was given up',
    many: 'webhooks were given up',
    none: 'webhooks',
    href: '/dashboard/webhooks/deliveries?status=exhausted',
    permission: 'webhooks:read',
  },
];

/** The answer to "what needs me?": one line each, nothing for what is in order. */
export function Needs({ counts, permissions }: { counts: NeedCounts; permissions: readonly Permission[] }) {
  const mine = needs.filter(({ permission }) => permissions.includes(permission));
  const open = mine.filter(({ key }) => counts[key] > 0);
  const clear = mine.filter(({ key }) => counts[key] === 0);
  return (
    <div className="rounded-lg border border-line bg-surface">
      {open.length === 0 && (
        <p className="flex items-center gap-3 px-4 py-5 text-[0.9375rem] font-medium">
          <span className="inline-flex size-7 items-center justify-center rounded-full bg-good-ground text-good">
            <Icon name="check" />
          </span>
          Nothing needs you right now.
        </p>
      )}
      <ul className="divide-y divide-line">
        {open.map(({ key, tone, one, many, href, acting }) => (
          <li key={key}>
            <Link
              href={acting && permissions.includes(acting.permission) ? acting.href : href}
              prefetch={false}
              className="flex min-h-11 items-center gap-3 px-4 py-1.5 hover:bg-sunken focus-visible:outline-offset-[-2px]"
            >
              <span className="min-w-7 shrink-0 text-right text-lg font-semibold tabular-nums">
                {countWords(counts[key])}
              </span>
              <Status tone={tone}>
                <span className="text-sm whitespace-normal text-text">{counts[key] === 1 ? one : many}</span>
              </Status>
              <span className="ml-auto text-quiet">
                <Icon name="forward" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {open.length > 0 && clear.length > 0 && (
        <p className="border-t border-line px-4 py-2.5 text-[0.8125rem] text-quiet">
          All clear: {clear.map(({ none }) => none).join(', ')}.
        </p>
      )}
    </div>
  );
}
