'use client';
import { createContext, type ReactNode, use } from 'react';
import { Acting } from '@/components/desk/frame/who';
import type { OperatorPermission } from '@/db/vocabulary/operators';
import type { OperatorViewer } from '@/lib/operators/schema';

const Facts = createContext<OperatorViewer | null>(null);

/** Which operator is signed in, for all parts of their pages; `useAction` and step-up then act as them. */
export function OperatorFacts({ viewer, children }: { viewer: OperatorViewer; children: ReactNode }) {
  return (
    <Facts value={viewer}>
      <Acting
        who={{
          ...{ merchantId: null, identities: viewer.identities, passkeys: viewer.passkeys.length },
          confirm: '/api/operator/confirm',
        }}
      >
        {children}
      </Acting>
    </Facts>
  );
}

export function useOperator(): OperatorViewer {
  const viewer = use(Facts);
  if (!viewer) throw new Error('This stands outside of the operators’ pages');
  return viewer;
}

/** Whether the operator may do this. The server decides; this only says what to offer. */
export function useMayOperate(permission: OperatorPermission): boolean {
  return useOperator().permissions.includes(permission);
}
