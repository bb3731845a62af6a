'use client';
import { useMay } from '@/components/desk/frame/desk';
import { faultOf } from '@/components/desk/frame/faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { controlOf, Field, inputClass } from '@/components/ui/field';
import { type SettingsAnswer, settingsAnswer } from '@/lib/merchants/schema';
import { accentWords } from './accent-words';
import { ClaimPreview } from './claim-preview';
import { SaveRow } from './save-row';
import { useDraft } from './use-draft';

type Draft = { name: string; logo_url: string; accent_color: string; support_url: string };

const fields = ['name', 'logo_url', 'accent_color', 'support_url'] as const;

const orNull = (text: string) => text.trim() || null;

/** How claim pages and receipts look, with what that comes to in both themes. */
export function BrandingForm({ settings }: { settings: SettingsAnswer }) {
  const may = useMay('settings:write');
  const stored: Draft = {
    name: settings.name,
    logo_url: settings.logo_url ?? '',
    accent_color: settings.accent_color ?? '',
    support_url: settings.support_url ?? '',
  };
  const { form, draft, set, reset, submit, pending, problem, changed, saved } = useDraft({
    ...{ path: '/api/desk/settings/branding', stored, returns: settingsAnswer },
    bodyOf: ({ name, logo_url, accent_color, support_url }) => ({
      ...{ name, logo_url: orNull(logo_url), accent_color: orNull(accent_color), support_url: orNull(support_url) },
    }),
  });
  const fault = (name: (typeof fields)[number]) => faultOf(problem, name);
  const control = (name: (typeof fields)[number]) => ({
    ...controlOf(name, fault(name)),
    ...{ value: draft[name], disabled: !may, autoComplete: 'off', spellCheck: false },
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  });
  return (
    <form
      ref={form}
      onSubmit={submit}
      className="grid grid-cols-1 gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]"
    >
      <div className="space-y-4">
        <Field id="name" label="Name" hint="Who pays, as recipients read it." fault={fault('name')}>
          <input {...control('name')} className={inputClass} required maxLength={60} />
        </Field>
        <Field
          id="logo_url"
          label="Logo"
          hint="An https address of a square picture. Recipients’ browsers load it from there."
          fault={fault('logo_url')}
        >
          <input
            {...control('logo_url')}
            className={inputClass}
            type="url"
            maxLength={2000}
            placeholder="https://…/logo.png"
          />
        </Field>
        <Field id="accent_color" label="Colour" hint={accentWords(draft.accent_color)} fault={fault('accent_color')}>
          <span className="flex items-center gap-2">
            <input
              {...control('accent_color')}
              className={`${inputClass} font-mono`}
              maxLength={7}
              placeholder="#2450c8"
            />
            <input
              type="color"
              aria-label="Choose the colour"
              className="h-8 w-10 shrink-0 rounded-lg border border-line-strong bg-surface p-0.5 disabled:opacity-60"
              disabled={!may}
              value={/^#[0-9a-f]{6}$/i.test(draft.accent_color) ? draft.accent_color : '#2450c8'}
              onChange={({ target }) => set({ accent_color: target.value })}
            />
          </span>
        </Field>
        <Field
          id="support_url"
          label="Help page"
          hint="Where recipients ask you. An https or http address."
          fault={fault('support_url')}
        >
          <input
            {...control('support_url')}
            className={inputClass}
            type="url"
            maxLength={2000}
            placeholder="https://…"
          />
        </Field>
        <ProblemCallout problem={problem} fields={fields} />
        <SaveRow {...{ pending, changed, saved }} verb="Save the claim page" onReset={reset} />
      </div>
      <ClaimPreview settings={settings} name={draft.name} logoUrl={draft.logo_url} accentColor={draft.accent_color} />
    </form>
  );
}
