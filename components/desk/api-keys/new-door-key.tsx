'use client';
import { useState } from 'react';
import { MakeDialog } from '@/components/desk/dialogs/make-dialog';
import { SecretOnce } from '@/components/desk/dialogs/secret-once';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { SelectField, TextField } from '@/components/ui/fields';
import { type Door, doors } from '@/db/vocabulary/webhooks';
import { type CreatedDoorKey, createdDoorKey, newDoorKeyBody } from '@/lib/doors/keys/schema';
import type { AssetTerms } from '@/lib/merchants/schema';
import { doorHalves, doorNames } from './door-words';

type Assets = { assets: readonly AssetTerms[] };

/** The button that makes a key for another system’s door, and the dialog that shows its secret once. */
export function NewDoorKey({ assets }: Assets) {
  return (
    <MakeDialog<CreatedDoorKey>
      button="Make one for another API"
      quiet
      title="Make a key for another system’s API"
      form={(onMade) => <DoorKeyForm assets={assets} onMade={onMade} />}
      madeTitle="Store it now"
      made={(key, onDone) => <MadeKey made={key} onStored={onDone} />}
      keep={() => true}
    />
  );
}

function MadeKey({ made, onStored }: { made: CreatedDoorKey; onStored: () => void }) {
  const halves = doorHalves[made.door];
  const { merchant_id } = made.settings;
  return (
    <SecretOnce
      title={`“${made.name}” is known at our ${doorNames[made.door]} API from now on`}
      label={halves.secret}
      value={made.secret}
      noun="secret"
      kept="We keep it sealed to check signatures with, and show it to nobody again."
      next={
        <button data-stored type="button" className={buttonClass('smallPrimary')} onClick={onStored}>
          I have stored it
        </button>
      }
    >
      <CopyField label={halves.publicId} value={made.public_id} noun={halves.publicId} />
      {merchant_id && <CopyField label="merchantId" value={merchant_id} noun="merchantId" />}
      <p>Give them to the program that was written for {doorNames[made.door]}, with this portal’s address.</p>
    </SecretOnce>
  );
}

function DoorKeyForm({ assets, onMade }: Assets & { onMade: (key: CreatedDoorKey) => void }) {
  const { run, pending, problem, clear } = useAction();
  const [draft, setDraft] = useState<Draft>({ door: 'coindirect', name: '', merchantId: '', place: 0 });
  const set = (change: Partial<Draft>) => setDraft((last) => ({ ...last, ...change }));
  const body = bodyOf(draft, assets);
  const { form, fault } = useForm({ problem, clear }, schemaFaults(newDoorKeyBody, body), async () => {
    const answer = await run('/api/desk/door-keys', { method: 'POST', body, returns: createdDoorKey });
    if (answer.ok) onMade(answer.data);
  });
  return (
    <form {...form} className="space-y-4">
      <SelectField
        name="door"
        label="Written for"
        fault={fault('door')}
        value={draft.door}
        onChange={(word) => set({ door: doors.find((one) => one === word) })}
        options={doors.map((one) => [one, doorNames[one]] as const)}
      />
      <TextField
        name="name"
        label="What it is for"
        hint="Such as “Shop server”. It may make payouts and look at them, and nothing else."
        fault={fault('name')}
        required
        maxLength={80}
        value={draft.name}
        onChange={(name) => set({ name })}
      />
      <DoorField draft={draft} set={set} assets={assets} fault={fault} />
      <ProblemCallout problem={problem} fields={['door', 'name', 'asset', 'chain', 'merchant_id']} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Making it …' : 'Make this key'}
      </button>
    </form>
  );
}

/** What people typed; `place`: which of the assets stands for a dollar. */
type Draft = { door: Door; name: string; merchantId: string; place: number };

function bodyOf({ door, name, merchantId, place }: Draft, assets: Assets['assets']) {
  if (door === 'coindirect') return { door, name, ...(merchantId && { merchant_id: merchantId }) };
  return { door, name, chain: assets[place]?.chain, asset: assets[place]?.asset };
}

type DoorFieldProps = Assets & {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  fault: (name: string) => string | null;
};

/** What this door alone asks for. */
function DoorField({ draft, set, assets, fault }: DoorFieldProps) {
  if (draft.door === 'dex3' && assets.length === 0) {
    return <p className="text-sm text-quiet">You pay out nothing yet, and Dex3 needs an asset that a dollar is.</p>;
  }
  if (draft.door === 'dex3') {
    return (
      <SelectField
        name="asset"
        label="What a dollar is"
        hint="Dex3 counts in US cents and names no asset."
        fault={fault('asset') ?? fault('chain')}
        value={draft.place}
        onChange={(place) => set({ place: Number(place) })}
        options={assets.map(({ asset, chain_name }, place) => [place, `${asset} on ${chain_name}`] as const)}
      />
    );
  }
  return (
    <TextField
      name="merchant_id"
      label="merchantId"
      hint="What your program sends as merchantId. Leave it empty, and one is made."
      mono
      fault={fault('merchant_id')}
      maxLength={80}
      value={draft.merchantId}
      onChange={(merchantId) => set({ merchantId })}
    />
  );
}
