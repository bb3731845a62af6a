'use client';
import { useState } from 'react';
import { MakeDialog } from '@/components/desk/dialogs/make-dialog';
import { SecretOnce } from '@/components/desk/dialogs/secret-once';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { newRequestKey } from '@/components/desk/frame/request-key';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { SelectField, TextField } from '@/components/ui/fields';
import { readChainKey } from '@/lib/chains/registry';
import {
  type CreatedRewardSourceAnswer,
  createdRewardSourceAnswer,
  createRewardSourceBody,
} from '@/lib/rewards/schema';
import {
  faultsOfTerms,
  freshTerms,
  SourceName,
  type SourceTyped,
  SourceWorth,
  termFields,
  termsOf,
} from './source-terms';

/** What the merchant pays out, as `chain:symbol`, with its name. */
export type PaidOut = readonly (readonly [key: string, name: string])[];

/** The button that adds a source of rewards, and the address to paste into adjoe's dashboard. */
export function AddRewardSource({ paidOut }: { paidOut: PaidOut }) {
  return (
    <MakeDialog<CreatedRewardSourceAnswer>
      button="Add a source"
      title="Add a source"
      form={(onMade) => <SourceForm paidOut={paidOut} onMade={onMade} />}
      madeTitle="Now tell adjoe"
      made={(source, onDone) => <Made source={source} onDone={onDone} />}
      keep={({ token }) => token !== null}
    />
  );
}

function Made({ source, onDone }: { source: CreatedRewardSourceAnswer; onDone: () => void }) {
  const done = (
    <button data-stored type="button" className={buttonClass('smallPrimary')} onClick={onDone}>
      {source.token === null ? 'Done' : 'I have stored it'}
    </button>
  );
  return (
    <div className="space-y-4">
      <CopyField label="S2S payout URL for adjoe’s dashboard" value={source.template} noun="address">
        No secret: you find it here at any time.
      </CopyField>
      {source.token === null ? (
        done
      ) : (
        <SecretOnce
          title="What it has to sign with"
          label="s2s token"
          value={source.token}
          noun="token"
          kept="We keep it encrypted to verify with, and show it to nobody again."
          next={done}
        >
          Callbacks that are not signed with it are refused.
        </SecretOnce>
      )}
    </div>
  );
}

function bodyOf(typed: SourceTyped, token: string, paid: string) {
  const [network = '', asset = ''] = paid.split(':');
  return {
    ...termsOf(typed),
    ...(token.trim() && { token: token.trim() }),
    asset,
    chain: readChainKey(network) ?? 'local',
  };
}

function SourceForm({ paidOut, onMade }: { paidOut: PaidOut; onMade: (made: CreatedRewardSourceAnswer) => void }) {
  const { run, pending, problem, clear } = useAction();
  const [typed, setTyped] = useState(freshTerms);
  const [token, setToken] = useState('');
  const [paid, setPaid] = useState(paidOut[0]?.[0] ?? '');
  /** One name for as long as the same thing is asked for, so that a lost answer makes no second source. */
  const [key, setKey] = useState(newRequestKey);
  const body = bodyOf(typed, token, paid);
  const { form, fault } = useForm({ problem, clear }, faultsOfTerms(createRewardSourceBody, body), async () => {
    const request = { method: 'POST', body, key, returns: createdRewardSourceAnswer } as const;
    const answer = await run('/api/v1/reward-sources', request);
    if (answer.ok) onMade(answer.data);
  });
  const terms = { typed, onChange: setTyped, fault };
  return (
    <form {...form} onChange={() => setKey(newRequestKey())} className="space-y-4">
      <SourceName {...terms} />
      <TextField
        name="token"
        label="The s2s token that adjoe gave you"
        hint="Leave it empty to have us make one."
        fault={fault('token')}
        mono
        maxLength={500}
        spellCheck={false}
        value={token}
        onChange={setToken}
      />
      <SelectField name="asset" label="Paid out in" options={paidOut} value={paid} onChange={setPaid} />
      <SourceWorth {...terms} />
      <ProblemCallout problem={problem} fields={[...termFields, 'token']} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Adding it …' : 'Add this source'}
      </button>
    </form>
  );
}
