'use client';
import { useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { leave } from './door';

/** For a person who is in no team, where there is no desk to sign out of. */
export function SignOut() {
  const [busy, setBusy] = useState(false);
  const out = async () => {
    setBusy(true);
    await leave();
    window.location.assign('/sign-in');
  };
  return (
    <button type="button" className={buttonClass('text')} disabled={busy} onClick={out}>
      Sign out
    </button>
  );
}
