import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import './globals.css';

// A page made in advance has no nonce for its scripts, so none is: not even the one for unknown addresses.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Drawbridge', template: '%s · Drawbridge' },
  description: 'Payouts that go straight from the merchant’s own vault to your wallet.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f6f3' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1217' },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
