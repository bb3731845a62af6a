'use client';
import { useState } from 'react';
import { TextField } from '@/components/ui/fields';
import type { VaultOnPage } from '@/lib/vaults/schema';
import { CallFlow } from './call-flow';

const hint = 'It may revoke the signer and cancel single payouts, and can pay nobody. Keep its key elsewhere.';

/** A second wallet that may stop the signer and can pay nobody. */
export function GuardianForm({ vault, onClose }: { vault: VaultOnPage; onClose: () => void }) {
  const known = vault.read?.guardian ?? '';
  const [guardian, setGuardian] = useState(known);
  return (
    <CallFlow
      vault={vault}
      title="Guardian"
      fieldNames={['guardian']}
      makeBody={() => ({ kind: 'guardian', vault_id: vault.id, guardian: guardian.trim() || null })}
      ownFaults={known || guardian.trim() ? undefined : new Map([['guardian', 'is required']])}
      onClose={onClose}
      fields={(fault) => (
        <TextField
          name="guardian"
          label="Address of the guardian"
          hint={known ? `${hint} Empty takes it away.` : hint}
          fault={fault('guardian')}
          mono
          placeholder="0x…"
          maxLength={60}
          required={!known}
          value={guardian}
          onChange={setGuardian}
        />
      )}
    />
  );
}
