'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { SecretOnce } from '@/components/desk/dialogs/secret-once';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/fields';
import { type OfferedSigner, offeredSigner, offerSignerBody } from '@/lib/vaults/signing/schema';

/** Sets up a signer of the merchant's own, and shows its secret in place of the form. */
export function OfferSigner({ vaultId, onClose }: { vaultId: string; onClose: () => void }) {
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const [url, setUrl] = useState('');
  const [address, setAddress] = useState('');
  const [made, setMade] = useState<OfferedSigner | null>(null);
  const body = { url: url.trim(), address: address.trim() };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(offerSignerBody, body), async () => {
    const answer = await run(`/api/desk/vaults/${vaultId}/signers`, { method: 'POST', body, returns: offeredSigner });
    if (answer.ok) setMade(answer.data);
  });
  const done = () => {
    onClose();
    router.refresh();
  };
  if (made) {
    return (
      <div className="rounded-lg border border-line-strong bg-surface p-4">
        <SecretOnce
          title="The signer is set up"
          label="Secret between the portal and your signer"
          value={made.secret}
          noun="secret"
          kept="We keep it encrypted, and show it to nobody again."
          next={
            <button data-stored type="button" className={buttonClass('smallPrimary')} onClick={done}>
              I have stored it
            </button>
          }
        >
          Give it to your signer, start it, and try it here. Nothing signs otherwise before you say so.
        </SecretOnce>
      </div>
    );
  }
  return (
    <form {...form} className="max-w-2xl space-y-3 rounded-lg border border-line-strong bg-surface p-4">
      <TextField
        name="url"
        label="Where it is asked"
        hint="https, on a public address. It answers within four seconds."
        fault={fault('url')}
        type="url"
        required
        placeholder="https://signer.example.com/vouchers"
        maxLength={2000}
        value={url}
        onChange={setUrl}
      />
      <TextField
        name="address"
        label="Address of its key"
        hint="Of a key that was made for this alone. Only its signatures count."
        fault={fault('address')}
        mono
        required
        placeholder="0x…"
        maxLength={60}
        value={address}
        onChange={setAddress}
      />
      <ProblemCallout problem={problem} fields={['url', 'address']} />
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
          {pending ? 'Setting it up …' : 'Set it up'}
        </button>
        <button type="button" className={buttonClass('bare')} onClick={onClose}>
          Close
        </button>
      </div>
    </form>
  );
}
