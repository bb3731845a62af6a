'use client';
import { useId, useState } from 'react';
import { faultOf } from '@/components/desk/frame/faults';
import { controlOf, Field, inputClass } from '@/components/ui/field';
import type { VaultOnPage } from '@/lib/vaults/schema';
import { CallFlow } from './call-flow';

/** A second wallet that may stop the signer and can pay nobody. */
export function GuardianForm({ vault, onClose }: { vault: VaultOnPage; onClose: () => void }) {
  const id = useId();
  const known = vault.read?.guardian ?? '';
  const [guardian, setGuardian] = useState(known);
  return (
    <CallFlow
      vault={vault}
      title="Guardian"
      fieldNames={['guardian']}
      makeBody={() => ({ kind: 'guardian', vault_id: vault.id, guardian: guardian.trim() || null })}
      onClose={onClose}
      fields={(problem) => {
        const fault = faultOf(problem, 'guardian');
        const hint = 'It may revoke the signer and cancel single payouts, and can pay nobody. Keep its key elsewhere.';
        return (
          <Field
            id={id}
            label="Address of the guardian"
            hint={known ? `${hint} Empty takes it away.` : hint}
            fault={fault}
          >
            <input
              {...controlOf(id, fault)}
              className={`${inputClass} font-mono`}
              autoComplete="off"
              spellCheck={false}
              placeholder="0x…"
              maxLength={60}
              required={!known}
              value={guardian}
              onChange={({ target }) => setGuardian(target.value)}
            />
          </Field>
        );
      }}
    />
  );
}
