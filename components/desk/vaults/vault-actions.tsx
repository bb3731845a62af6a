'use client';
import { useState } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { groupDigits } from '@/components/ui/figures/group-digits';
import type { VaultAsset, VaultOnPage } from '@/lib/vaults/schema';
import { AllowanceForm } from './allowance-form';
import { GuardianForm } from './guardian-form';
import { RevokeForm } from './revoke-form';
import { SignerForm } from './signer-form';
import { useHalfway } from './use-halfway';

/** Nothing is begun on what cannot be read; what is open stays, for a wallet may be asked for it right now. */
const isUnreadAndIdle = ({ read }: VaultOnPage, open: string | null) => read === null && open === null;

/** Amounts that fit what the merchant expects to pay, for a vault that has none yet. */
export type Proposed = { allowance: string; capacity: string };
type AssetActionsProps = { vault: VaultOnPage; asset: VaultAsset; proposed?: Proposed };

/** What the vault's wallet can change about one asset. One form at a time, below the buttons. */
export function AssetActions({ vault, asset, proposed }: AssetActionsProps) {
  const [open, setOpen] = useState<'allowance' | 'halfway' | 'signer' | null>(null);
  const { wanted, forget } = useHalfway(vault.id, asset.asset);
  if (!useMay('vaults:write') || isUnreadAndIdle(vault, open)) return null;
  const toggle = (one: typeof open) => setOpen((was) => (was === one ? null : one));
  const close = () => setOpen(null);
  const { reading, asset: symbol } = asset;
  const none = reading && !reading.unlimited && /^[0.]+$/.test(reading.allowance);
  return (
    <div className="space-y-3">
      {none && wanted && open !== 'allowance' && open !== 'halfway' && (
        <Halfway amount={`${groupDigits(wanted)} ${symbol}`} onGoOn={() => setOpen('halfway')} onLeave={forget} />
      )}
      <div className="flex flex-wrap gap-2">
        <Opener open={open === 'allowance'} onPress={() => toggle('allowance')}>
          {none ? 'Grant an allowance' : 'Change the allowance'} <span className="sr-only">in {symbol}</span>
        </Opener>
        <Opener open={open === 'signer'} onPress={() => toggle('signer')}>
          {reading?.signer ? 'Change the signer’s limits' : 'Name the signer'}{' '}
          <span className="sr-only">for {symbol}</span>
        </Opener>
      </div>
      {open === 'allowance' && <AllowanceForm {...{ vault, asset, proposed }} halfway={null} onClose={close} />}
      {open === 'halfway' && <AllowanceForm vault={vault} asset={asset} halfway={wanted} onClose={close} />}
      {open === 'signer' && <SignerForm {...{ vault, asset, proposed }} onClose={close} />}
    </div>
  );
}

type HalfwayProps = { amount: string; onGoOn: () => void; onLeave: () => void };

/** The first of two signatures was given, and the second was not. */
function Halfway({ amount, onGoOn, onLeave }: HalfwayProps) {
  const actions = (
    <div className="flex flex-wrap gap-2">
      <button type="button" className={buttonClass('smallPrimary')} onClick={onGoOn}>
        Go on with the second step
      </button>
      <button type="button" className={buttonClass('bare')} onClick={onLeave}>
        Leave it at 0
      </button>
    </div>
  );
  return (
    <Callout tone="warn" actions={actions}>
      The allowance was to become {amount} and stopped halfway, at 0. Until the second step is signed, claims wait for
      funds. No money has moved.
    </Callout>
  );
}

/** What it can change about the whole vault. */
export function VaultActions({ vault }: { vault: VaultOnPage }) {
  const [open, setOpen] = useState<'revoke' | 'guardian' | null>(null);
  if (!useMay('vaults:write') || isUnreadAndIdle(vault, open)) return null;
  const toggle = (one: typeof open) => setOpen((was) => (was === one ? null : one));
  const close = () => setOpen(null);
  const named =
    vault.assets.some(({ reading }) => reading?.signer) ||
    vault.signers?.named.some(({ state }) => state !== 'revoked');
  return (
    <div className="mb-2 space-y-3">
      <div className="flex flex-wrap gap-2">
        {(named || open === 'revoke') && (
          <Opener danger open={open === 'revoke'} onPress={() => toggle('revoke')}>
            Stop all payouts
          </Opener>
        )}
        <Opener open={open === 'guardian'} onPress={() => toggle('guardian')}>
          {vault.read?.guardian ? 'Change the guardian' : 'Name a guardian'}
        </Opener>
      </div>
      {open === 'revoke' && <RevokeForm vault={vault} onClose={close} />}
      {open === 'guardian' && <GuardianForm vault={vault} onClose={close} />}
    </div>
  );
}

type OpenerProps = { open: boolean; onPress: () => void; danger?: boolean; children: React.ReactNode };

function Opener({ open, onPress, danger = false, children }: OpenerProps) {
  return (
    <button
      type="button"
      aria-expanded={open}
      className={buttonClass(danger ? 'smallDanger' : 'small')}
      onClick={onPress}
    >
      <span>{children}</span>
    </button>
  );
}
