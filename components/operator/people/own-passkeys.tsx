'use client';
import Link from 'next/link';
import { AddPasskey } from '@/components/desk/passkeys/add-passkey';
import { PasskeyList } from '@/components/desk/passkeys/passkey-list';
import { useOperator } from '@/components/operator/frame/operator-facts';
import { buttonClass } from '@/components/ui/button';

/** The passkeys of the operator who is signed in. Who is in a team as well changes them at the desk. */
export function OwnPasskeys() {
  const { passkeys, member } = useOperator();
  if (member) {
    return (
      <p className="text-sm">
        You are in a team as well: your passkeys stand on{' '}
        <Link className={buttonClass('text')} href="/dashboard/account" prefetch={false}>
          the page of your account
        </Link>{' '}
        at the desk, and count here, too.
      </p>
    );
  }
  return (
    <div className="space-y-3">
      <PasskeyList passkeys={passkeys} />
      <AddPasskey />
    </div>
  );
}
