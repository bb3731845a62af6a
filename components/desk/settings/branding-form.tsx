'use client';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { SelectField, TextField } from '@/components/ui/fields';
import { languages } from '@/db/vocabulary/mails';
import { brandingBody, type SettingsAnswer, settingsAnswer } from '@/lib/merchants/schema';
import { languageNames } from '@/lib/words/languages';
import { accentWords } from './accent-words';
import { ClaimPreview } from './claim-preview';
import { LogoUpload } from './logo-upload';
import { SaveRow } from './save-row';
import { useDraft } from './use-draft';

const fields = ['name', 'logo_url', 'accent_color', 'support_url', 'language'];

const orNull = (text: string) => text.trim() || null;

/** How claim pages and receipts look, with what that comes to in both themes. */
export function BrandingForm({ settings }: { settings: SettingsAnswer }) {
  const stored = {
    name: settings.name,
    logo_url: settings.logo_url ?? '',
    accent_color: settings.accent_color ?? '',
    support_url: settings.support_url ?? '',
    language: settings.language ?? '',
  };
  const { form, draft, set, field, may, problem, row } = useDraft({
    ...{ path: '/api/desk/settings/branding', stored, returns: settingsAnswer },
    bodyOf: ({ name, logo_url, accent_color, support_url, language }) => ({
      ...{ name, logo_url: orNull(logo_url), accent_color: orNull(accent_color), support_url: orNull(support_url) },
      language: languages.find((one) => one === language) ?? null,
    }),
    faultsOf: (body) => schemaFaults(brandingBody, body),
  });
  return (
    <form {...form} className="grid grid-cols-1 gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <div className="space-y-4">
        <TextField {...field('name')} label="Name" hint="Who pays, as recipients read it." required maxLength={60} />
        <LogoUpload settings={settings} />
        <TextField
          {...field('logo_url')}
          label="Or a logo’s address"
          hint="An https address of a square picture. Recipients’ browsers load it from there."
          type="url"
          spellCheck={false}
          maxLength={2000}
          placeholder="https://…/logo.png"
        />
        <TextField
          {...field('accent_color')}
          label="Colour"
          hint={accentWords(draft.accent_color)}
          mono
          maxLength={7}
          placeholder="#2450c8"
          after={
            <input
              type="color"
              aria-label="Choose the colour"
              className="h-8 w-10 shrink-0 rounded-lg border border-line-strong bg-surface p-0.5 disabled:opacity-60"
              disabled={!may}
              value={/^#[0-9a-f]{6}$/i.test(draft.accent_color) ? draft.accent_color : '#2450c8'}
              onChange={({ target }) => set({ accent_color: target.value })}
            />
          }
        />
        <TextField
          {...field('support_url')}
          label="Help page"
          hint="Where recipients ask you. An https or http address."
          type="url"
          spellCheck={false}
          maxLength={2000}
          placeholder="https://…"
        />
        <SelectField
          {...field('language')}
          label="Language"
          hint="Of claim pages and mails whose reader and browser name none of ours."
          options={[['', 'English, unless you choose'], ...languages.map((one) => [one, languageNames[one]] as const)]}
        />
        <ProblemCallout problem={problem} fields={fields} />
        <SaveRow {...row} verb="Save the claim page" />
      </div>
      <ClaimPreview settings={settings} name={draft.name} logoUrl={draft.logo_url} accentColor={draft.accent_color} />
    </form>
  );
}
