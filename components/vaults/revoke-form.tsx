'use client';
import { useState } from 'react';
import { Choice, Choices } from '@/components/ui/choice';
import type { VaultOnPage } from '@/lib/vaults/schema';
import { CallFlow } from './call-flow';

/** Takes the signer's right away at once: the contract's way to pause. */
export function RevokeForm({ vault, onClose }: { vault: VaultOnPage; onClose: () => void }) {
  const [by, setBy] = useState<'vault' | 'guardian'>('vault');
  const guardian = vault.read?.guardian;
  return (
    <CallFlow
      vault={vault}
      title="Stop all payouts from this vault"
      fieldNames={[]}
      makeBody={() => ({ kind: 'revoke', vault_id: vault.id, by })}
      onClose={onClose}
      fields={() => (
        <>
          <p className="max-w-prose text-sm text-pretty text-quiet">
            The vault takes back its signer’s permission, for every asset at once. Claim links stay as they are and wait
            for funds; naming the signer again lets them go on. No money moves.
          </p>
          {guardian && (
            <Choices legend="Who signs this?">
              {(['vault', 'guardian'] as const).map((one) => (
                <Choice
                  key={one}
                  type="radio"
                  name={`by-${vault.id}`}
                  label={one === 'vault' ? 'The vault' : 'The guardian'}
                  hint={one === 'vault' ? vault.address : guardian}
                  checked={by === one}
                  onChange={() => setBy(one)}
                />
              ))}
            </Choices>
          )}
        </>
      )}
    />
  );
}
