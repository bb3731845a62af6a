'use client';
import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <>
      <PageHeader title="This page could not be shown" />
      <Callout
        tone="bad"
        actions={
          <button type="button" className={buttonClass('small')} onClick={again}>
            Try again
          </button>
        }
      >
        Something went wrong on our side. What you did before stands as it is; the page read again says how.
        {error.digest && <span className="ml-2 font-mono text-xs">{error.digest}</span>}
      </Callout>
    </>
  );
}
