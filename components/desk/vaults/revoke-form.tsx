'use client';
import { useState } from 'react';
import { Callout } from '@/components/ui/callout';
import { Choice, Choices } from '@/components/ui/choice';
import { shorten } from '@/components/ui/figures/shorten';
import type { VaultOnPage } from '@/lib/vaults/schema';
import { CallFlow } from './call-flow';

type Able = { signer: string; assets: string[]; ours: boolean };

/** Who can sign, each once; only when nobody can, those whose time is over. */
function ableOf({ signers }: VaultOnPage): Able[] {
  const named = signers?.named ?? [];
  const able = named.filter(({ state }) => state === 'can_sign');
  const shown = able.length > 0 ? able : named.filter(({ state }) => state === 'expired');
  return [...new Set(shown.map(({ signer }) => signer))].map((signer) => {
    const rights = shown.filter((one) => one.signer === signer);
    const assets = rights.map(({ asset, token }) => asset ?? shorten(token));
    return { signer, assets, ours: rights.some(({ ours }) => ours) };
  });
}

/** Takes signers' rights away at once: the contract's way to pause. */
export function RevokeForm({ vault, onClose }: { vault: VaultOnPage; onClose: () => void }) {
  const [by, setBy] = useState<'vault' | 'guardian'>('vault');
  const [only, setOnly] = useState<string | null>(null);
  const guardian = vault.read?.guardian;
  const able = ableOf(vault);
  return (
    <CallFlow
      vault={vault}
      title="Stop all payouts from this vault"
      fieldNames={[]}
      makeBody={() => ({ kind: 'revoke', vault_id: vault.id, by, ...(only && { signer: only }) })}
      onClose={onClose}
      fields={() => (
        <>
          <p className="max-w-prose text-sm text-pretty text-quiet">
            The vault takes back the permission of every signer that it ever named, for every asset at once. Claim links
            stay as they are and wait for funds; naming the portal’s signer again lets them go on. No money moves.
            {able.length > 1 && ` There are ${able.length} signers: your wallet is asked once for each.`}
          </p>
          {vault.signers?.complete === false && (
            <Callout tone="warn">
              Older events are still being read: there may be more signers. Look here again in a few minutes.
            </Callout>
          )}
          {able.length > 1 && (
            <Choices legend="Which signers?">
              <Choice
                type="radio"
                name={`signers-${vault.id}`}
                label="All of them"
                hint="The one in use here first."
                checked={only === null}
                onChange={() => setOnly(null)}
              />
              {able.map(({ signer, assets, ours }) => (
                <Choice
                  key={signer}
                  type="radio"
                  name={`signers-${vault.id}`}
                  label={ours ? 'Only the one in use here' : `Only ${shorten(signer)}`}
                  hint={`${signer}, for ${assets.join(', ')}`}
                  checked={only === signer}
                  onChange={() => setOnly(signer)}
                />
              ))}
            </Choices>
          )}
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
