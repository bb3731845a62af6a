'use client';
import './globals.css';
import { TrueState } from '@/components/ui/true-state';

/** Stands in for the whole document, where not even its frame could be shown. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <TrueState digest={error.digest} />
      </body>
    </html>
  );
}
