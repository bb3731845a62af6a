'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/desk/dialogs/confirm-dialog';
import { useMay } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Address } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import {
  type RemoteSignerOnPage,
  type TriedSigner,
  triedSigner,
  type VaultSigner,
  vaultSigner,
} from '@/lib/vaults/signing/schema';
import { OfferSigner } from './offer-signer';
import { signerWords } from './signer-words';

/** Who signs a vault's payouts: the portal, or a server of the merchant's own. */
export function OwnSigner({ signer }: { signer: VaultSigner }) {
  const { vault_id: vaultId, remote, offered } = signer;
  const may = useMay('vaults:write');
  const [adding, setAdding] = useState(false);
  return (
    <section aria-label="Who signs" className="space-y-2.5">
      <h3 className="text-sm font-semibold">Who signs</h3>
      {remote ? (
        <>
          <Standing signer={remote}>signs each payout of this vault; the portal has no key for it.</Standing>
          {may && <RemoteActions vaultId={vaultId} signer={remote} inUse />}
        </>
      ) : (
        <p className="text-sm text-pretty">
          The portal, with a key that it keeps for this vault alone. With a signer of your own, a stolen portal can sign
          nothing.
        </p>
      )}
      {offered && (
        <>
          <Standing signer={offered}>is set up, and signs nothing yet.</Standing>
          {may && <RemoteActions vaultId={vaultId} signer={offered} />}
        </>
      )}
      {may && !adding && (
        <button type="button" className={buttonClass('small')} onClick={() => setAdding(true)}>
          {remote || offered ? 'Set up another signer of your own' : 'Set up a signer of your own'}
        </button>
      )}
      {adding && <OfferSigner vaultId={vaultId} onClose={() => setAdding(false)} />}
    </section>
  );
}

function Standing({ signer, children }: { signer: RemoteSignerOnPage; children: string }) {
  const { host, address, refused, silent } = signer;
  return (
    <div className="space-y-1.5 text-sm">
      <p className="text-pretty">
        Your own signer at <bdi className="font-medium wrap-anywhere">{host}</bdi> {children}
      </p>
      <Address value={address} />
      {refused && (
        <p className="text-quiet">
          Last refusal, <Time iso={refused.at} as="brief" />: {signerWords(refused.code)}.
        </p>
      )}
      {silent && (
        <Callout tone="bad">
          No answer that counts since <Time iso={silent.since} />: {signerWords(silent.code)}. Claims wait until it
          answers; no money has moved.
        </Callout>
      )}
    </div>
  );
}

type RemoteActionsProps = { vaultId: string; signer: RemoteSignerOnPage; inUse?: boolean };

/** Tries a signer out, gives it the vault's payouts, or takes them back. */
function RemoteActions({ vaultId, signer, inUse = false }: RemoteActionsProps) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const [tried, setTried] = useState<TriedSigner | null>(null);
  const [asking, setAsking] = useState(false);
  const tryOut = async () => {
    const ask = { method: 'POST', body: { signer: signer.id }, returns: triedSigner } as const;
    const answer = await run(`/api/desk/vaults/${vaultId}/signers/try`, ask);
    setTried(answer.ok ? answer.data : null);
    router.refresh();
  };
  const choose = async () => {
    const body = { signer: inUse ? 'portal' : signer.id };
    const ask = { method: 'PUT', body, returns: vaultSigner } as const;
    if (!(await run(`/api/desk/vaults/${vaultId}/signer`, ask)).ok) return;
    setAsking(false);
    router.refresh();
  };
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap gap-2">
        <button type="button" className={buttonClass('small')} disabled={pending} onClick={tryOut}>
          {pending ? 'Asking it …' : 'Try it'}
        </button>
        <button type="button" className={buttonClass('small')} onClick={() => setAsking(true)}>
          {inUse ? 'Let the portal sign again' : 'Let it sign from now on'}
        </button>
      </div>
      <p role="status" className="text-sm text-pretty">
        {tried?.ok && 'It works: the answer is proved, and signed by the address that you named.'}
        {tried?.code && `It did not sign: ${signerWords(tried.code)}. Nothing has changed.`}
      </p>
      {!asking && <ProblemCallout problem={problem} />}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={inUse ? 'Let the portal sign again?' : 'Let your own signer sign?'}
        verb={inUse ? 'Let the portal sign' : 'Let it sign'}
        danger={inUse}
        pending={pending}
        problem={problem}
        onConfirm={choose}
      >
        <p>
          {inUse
            ? 'The portal makes a new key for this vault.'
            : 'The portal deletes its key for this vault; it is tried once more before that.'}
        </p>
        <p>
          The vault has to name the new signer for each token before anything more is paid, and should revoke the former
          one. Both are on this page. Until then payouts wait; what was signed already stays good for minutes.
        </p>
      </ConfirmDialog>
    </div>
  );
}
