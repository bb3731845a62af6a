'use client';
import { useRouter } from 'next/navigation';
import { useId } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { faultOf } from '@/components/desk/frame/faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { controlOf, Field } from '@/components/ui/field';
import { logoLimits, type SettingsAnswer, settingsAnswer } from '@/lib/merchants/schema';

const path = '/api/desk/settings/logo';

/** The file in base64, a piece at a time: a call with all of it at once has too many arguments. */
async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** Uploads a logo, which is shown rather than one at an address, and removes it. The preview beside it shows it at once. */
export function LogoUpload({ settings }: { settings: SettingsAnswer }) {
  const id = useId();
  const may = useMay('settings:write');
  const router = useRouter();
  const { run, pending, problem } = useAction();
  const { least, most } = logoLimits;
  const fault = faultOf(problem, 'picture');
  const upload = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    const body = { picture: await textOf(file) };
    if ((await run(path, { method: 'PUT', body, returns: settingsAnswer })).ok) router.refresh();
    input.value = '';
  };
  const remove = async () => {
    if ((await run(path, { method: 'DELETE', returns: settingsAnswer })).ok) router.refresh();
  };
  return (
    <div className="space-y-2">
      <Field
        id={id}
        label="Upload a logo"
        hint={`PNG, JPEG or WebP, ${least} to ${most} pixels a side, up to 256 KB. It is shown at once, rather than one at an address.`}
        fault={fault}
      >
        <input
          {...controlOf(id, fault)}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          className="block w-full text-sm file:mr-3 file:min-h-8 file:rounded-lg file:border file:border-line-strong file:bg-surface file:px-3 disabled:opacity-60"
          disabled={!may || pending}
          onChange={({ target }) => upload(target)}
        />
      </Field>
      {settings.uploaded_logo && may && (
        <button type="button" className={buttonClass('bare')} disabled={pending} onClick={remove}>
          Remove the uploaded logo
        </button>
      )}
      <ProblemCallout problem={problem} fields={['picture']} />
    </div>
  );
}
