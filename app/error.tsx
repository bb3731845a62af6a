'use client';

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-4 py-10 text-center">
      <h1 className="text-xl font-semibold">Something went wrong on our side</h1>
      <p className="mt-3 text-quiet">No money has moved because of this. Try again in a moment; nothing is lost.</p>
      <p className="mt-6">
        <button type="button" className="text-link underline underline-offset-4" onClick={() => location.reload()}>
          Try again
        </button>
      </p>
      {error.digest && <p className="mt-6 font-mono text-[0.8125rem] text-quiet">{error.digest}</p>}
    </main>
  );
}
