'use client';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type GatewayAnswer, gatewayAnswer, updateGatewayBody } from '@/lib/gateways/schema';
import { inOwnWords } from './gateway-words';
import { SecretFields, type Secrets } from './secret-fields';

/** Replaces what lets us into a gateway. The server is asked with the new ones before they are kept. */
export function ReplaceSecrets({ gateway }: { gateway: GatewayAnswer }) {
  const [open, setOpen] = useState(false);
  if (!useMay('gateways:write')) return null;
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Replace login and keys
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Replace login and keys">
        <SecretsForm gateway={gateway} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

const empty: Secrets = { username: '', password: '', apiKey: '', callbackSecret: '' };
const fields = ['username', 'password', 'api_key', 'callback_secret'];

function SecretsForm({ gateway, onDone }: { gateway: GatewayAnswer; onDone: () => void }) {
  const { run, pending, clear, ...asked } = useAction();
  const problem = useMemo(() => inOwnWords(asked.problem), [asked.problem]);
  const router = useRouter();
  const [given, setGiven] = useState(empty);
  const { username, password, apiKey, callbackSecret } = given;
  const body = {
    ...(username && { username }),
    ...(password && { password }),
    ...(apiKey && { api_key: apiKey }),
    ...(callbackSecret && { callback_secret: callbackSecret }),
  };
  const isEmpty = Object.keys(body).length === 0;
  const faults = schemaFaults(updateGatewayBody, isEmpty ? { username: 'unchanged' } : body);
  const { form, fault } = useForm({ problem, clear }, faults, async () => {
    const path = `/api/desk/gateways/${gateway.id}`;
    const answer = await run(path, { method: 'PATCH', body, returns: gatewayAnswer });
    if (!answer.ok) return;
    onDone();
    router.refresh();
  });
  return (
    <form {...form} className="space-y-4">
      <p className="text-sm text-pretty text-quiet">
        What you leave empty stays as it is. The server is asked with the new ones first. Callbacks are taken with the
        secret before for one more day.
      </p>
      <SecretFields values={given} optional fault={fault} onChange={(part) => setGiven({ ...given, ...part })} />
      <ProblemCallout problem={problem} fields={fields} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending || isEmpty}>
        {pending ? 'Asking the gateway …' : 'Replace them'}
      </button>
    </form>
  );
}
