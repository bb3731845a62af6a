'use client';
import { useState } from 'react';
import { ClaimSheet } from '@/components/claim/page/claim-sheet';
import type { SettingsAnswer } from '@/lib/merchants/schema';
import page from '@/lib/words/en/claim';
import ui from '@/lib/words/en/ui';
import { sayer } from '@/lib/words/say';
import { PhoneFrame } from './phone-frame';
import { sampleClaim } from './sample-claim';

type ClaimPreviewProps = { settings: SettingsAnswer; name: string; logoUrl: string; accentColor: string };

const weekMs = 7 * 86_400_000;
const themes = [
  ['light', 'Light theme'],
  ['dark', 'Dark theme'],
] as const;

const say = sayer<'ui' | 'claim'>('en', { ...ui, ...page });

/** The claim page itself with these values, as a phone shows it in both themes. Nothing in it can be pressed. */
export function ClaimPreview({ settings, name, logoUrl, accentColor }: ClaimPreviewProps) {
  const [expiresAt] = useState(() => new Date(Date.now() + weekMs).toISOString());
  const brand = {
    ...{
      name: name.trim(),
      logo_url: settings.uploaded_logo ?? safeLogo(logoUrl),
      accent_color: accentColor.trim() || null,
      support_url: null,
    },
  };
  const view = sampleClaim(settings, brand, expiresAt);
  if (!view) return <p className="text-sm text-quiet">The preview needs an asset that you pay out.</p>;
  return (
    <div className="grid min-w-0 grid-cols-1 content-start gap-4 sm:grid-cols-2">
      {themes.map(([theme, words]) => (
        <figure key={theme} className="min-w-0">
          <figcaption className="mb-1 text-xs text-quiet">{words}, on a phone</figcaption>
          <PhoneFrame theme={theme} title={`The claim page, ${words.toLowerCase()}`}>
            <ClaimSheet view={view} token="" walletConnectProjectId="" screen="ready" say={say} query="" />
          </PhoneFrame>
        </figure>
      ))}
    </div>
  );
}

/** A fragment of an address while it is typed loads nothing; only a whole https one is shown. */
function safeLogo(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' && url.hostname.includes('.') ? url.href : null;
}
