'use client';
import { createContext, type ReactNode, use } from 'react';
import type { Permission } from '@/db/vocabulary/people';
import type { Viewer } from '@/lib/access/schema';
import { Acting } from './who';

const Facts = createContext<Viewer | null>(null);

/** Who is signed in and where, for all parts of the desk. */
export function DeskFacts({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return (
    <Facts value={viewer}>
      <Acting
        who={{
          ...{ merchantId: viewer.merchant.id, identities: viewer.identities, passkeys: viewer.passkeys.length },
          confirm: '/api/desk/confirm',
        }}
      >
        {children}
      </Acting>
    </Facts>
  );
}

export function useViewer(): Viewer {
  const viewer = use(Facts);
  if (!viewer) throw new Error('This stands outside of the desk');
  return viewer;
}

/** Whether the signed-in person may do this here. The server decides; this only says what to offer. */
export function useMay(permission: Permission): boolean {
  return useViewer().permissions.includes(permission);
}
