'use client';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { newRequestKey } from '@/components/desk/frame/request-key';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/fields';
import type { OfferedAsset } from '@/lib/desk/gateways/schema';
import { gatewayAnswer } from '@/lib/gateways/schema';
import { bodyOf, cryptoField, draftFaults, emptyDraft, type GatewayDraft, usualCrypto } from './gateway-draft';
import { inOwnWords } from './gateway-words';
import { SecretFields } from './secret-fields';

type SetUpGatewayProps = { offered: readonly OfferedAsset[] };

/** The button that sets a gateway up, and its form. */
export function SetUpGateway({ offered }: SetUpGatewayProps) {
  const [open, setOpen] = useState(false);
  if (!useMay('gateways:write') || offered.length === 0) return null;
  return (
    <>
      <button type="button" className={buttonClass('smallPrimary')} onClick={() => setOpen(true)}>
        Set up a gateway
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Set up a gateway">
        <GatewayForm offered={offered} onMade={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

const fields = ['url', 'username', 'password', 'api_key', 'callback_secret', 'assets'];

type GatewayFormProps = SetUpGatewayProps & { onMade: () => void };

function GatewayForm({ offered, onMade }: GatewayFormProps) {
  const { run, pending, clear, ...asked } = useAction();
  const problem = useMemo(() => inOwnWords(asked.problem), [asked.problem]);
  const router = useRouter();
  const [draft, setDraft] = useState<GatewayDraft>({
    ...emptyDraft,
    cryptos: Object.fromEntries(offered.map((one) => [cryptoField(one), usualCrypto(one)])),
  });
  /** One name for as long as the same is asked for, so that a lost answer sets no second one up. */
  const [key, setKey] = useState(newRequestKey);
  const set = (part: Partial<GatewayDraft>) => setDraft({ ...draft, ...part });
  const { form, fault } = useForm({ problem, clear }, draftFaults(draft, offered), async () => {
    const body = bodyOf(draft, offered);
    const answer = await run('/api/desk/gateways', { method: 'POST', body, key, returns: gatewayAnswer });
    if (!answer.ok) return;
    onMade();
    router.refresh();
  });
  return (
    <form {...form} onChange={() => setKey(newRequestKey())} className="space-y-4">
      <TextField
        name="url"
        label="Address of your SHKeeper server"
        hint="Where its own pages are, without /api."
        fault={fault('url')}
        type="url"
        placeholder="https://pay.example.com"
        required
        value={draft.url}
        onChange={(url) => set({ url })}
      />
      <SecretFields values={draft} fault={fault} onChange={set} />
      <fieldset className="min-w-0 space-y-3" data-invalid={fault('assets') ? true : undefined}>
        <legend className="mb-1 text-[0.8125rem] font-medium">What it is to pay, by its own names</legend>
        <p className="text-xs text-pretty text-quiet">
          As its page of wallets has them, such as BNB-USDT. Leave empty what it is not to pay.
        </p>
        {offered.map((one) => (
          <TextField
            key={cryptoField(one)}
            name={cryptoField(one)}
            label={`${one.asset} on ${one.chain_name}`}
            mono
            maxLength={40}
            value={draft.cryptos[cryptoField(one)] ?? ''}
            onChange={(crypto) => set({ cryptos: { ...draft.cryptos, [cryptoField(one)]: crypto } })}
          />
        ))}
        {fault('assets') && <p className="text-xs text-bad">{fault('assets')}</p>}
      </fieldset>
      <ProblemCallout problem={problem} fields={fields} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Asking the gateway …' : 'Set it up'}
      </button>
    </form>
  );
}
