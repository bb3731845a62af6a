import type { CSSProperties } from 'react';
import { accentStyle } from '@/components/ui/accent';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';

type ClaimPreviewProps = { name: string; logoUrl: string; accentColor: string; testMode: boolean };

/** The head of a claim page as it would be with these values, in both themes. A picture: nothing in it can be pressed. */
export function ClaimPreview(props: ClaimPreviewProps) {
  return (
    <div className="grid content-start gap-3 sm:grid-cols-2 lg:grid-cols-1">
      {(['light', 'dark'] as const).map((theme) => (
        <figure key={theme}>
          <figcaption className="mb-1 text-xs text-quiet">
            {theme === 'light' ? 'Light theme' : 'Dark theme'}
          </figcaption>
          <Page {...props} theme={theme} />
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

function Page({ name, logoUrl, accentColor, testMode, theme }: ClaimPreviewProps & { theme: 'light' | 'dark' }) {
  const logo = safeLogo(logoUrl);
  const style: CSSProperties = accentStyle(accentColor);
  return (
    <div
      data-merchant
      data-theme={theme}
      inert
      style={style}
      className="rounded-2xl border border-line bg-ground p-3 text-text"
    >
      <div className="rounded-xl border border-line bg-surface px-4 py-5 text-center">
        <p className="mb-4 flex flex-wrap items-center justify-center gap-x-2.5 gap-y-1 text-sm">
          {logo ? (
            // biome-ignore lint/performance/noImgElement: a merchant's own address, as on the claim page
            <img src={logo} alt="" referrerPolicy="no-referrer" className="size-8 rounded-lg object-contain" />
          ) : (
            <span
              aria-hidden="true"
              className="flex size-8 items-center justify-center rounded-lg border border-line bg-sunken font-semibold text-quiet uppercase"
            >
              {[...name.trim()][0]}
            </span>
          )}
          <span className="wrap-anywhere">
            <strong className="font-semibold">{name.trim()}</strong> <span className="text-quiet">pays you</span>
          </span>
          {testMode && <Badge>Test money</Badge>}
        </p>
        <p className="mb-4 text-3xl">
          <Amount value="24.50" symbol="USDT" />
        </p>
        <span className={buttonClass()}>Get 24.50 USDT</span>
      </div>
    </div>
  );
}
