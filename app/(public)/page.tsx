import { buttonClass } from '@/components/ui/button';
import { env } from '@/lib/kernel/env';
import { demoDoors } from './demo-doors';

export const dynamic = 'force-dynamic';

const steps = [
  ['Your vault stays yours', 'The money waits at your own address. You grant the contract an allowance, with a cap.'],
  ['Your server asks for a payout', 'One API call answers with a claim link, for one amount and one recipient.'],
  ['Your customer collects it', 'The link shows what is due. One transfer moves it from your vault to their wallet.'],
] as const;

export default async function Page() {
  const demo = env.DEMO ? await demoDoors() : null;
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-4xl flex-col justify-center px-4 py-12">
      <p className="font-semibold text-link">Drawbridge</p>
      <h1 className="mt-2 max-w-3xl text-3xl font-semibold tracking-tight text-balance sm:text-5xl">
        Pay people in crypto with a link, straight from your own vault
      </h1>
      <ol className="mt-9 grid gap-6 sm:grid-cols-3">
        {steps.map(([title, words]) => (
          <li key={title} className="border-t-2 border-line-strong pt-3">
            <h2 className="font-semibold">{title}</h2>
            <p className="mt-1 text-[0.9375rem] text-quiet">{words}</p>
          </li>
        ))}
      </ol>
      <nav aria-label="Start here" className="mt-10 grid max-w-2xl gap-3 sm:grid-cols-2 sm:items-center">
        {demo && (
          <a className={buttonClass()} href={demo.merchantSite}>
            Visit the example merchant
          </a>
        )}
        {demo && (
          <form action="/dev/claim" method="post">
            <button type="submit" className={buttonClass('quiet')}>
              Claim a payout
            </button>
          </form>
        )}
        <a className={buttonClass(demo ? 'quiet' : 'primary')} href="/dashboard">
          Open the merchant’s desk
        </a>
        <a className={buttonClass('quiet')} href="/docs">
          Read the API guide
        </a>
      </nav>
      {demo && (
        <p className="mt-6 max-w-prose text-[0.9375rem] text-quiet">
          This is a demo with test money. Withdraw at the example merchant, and collect it with the demo wallet that the
          claim page offers, or go straight to a fresh claim page. At the desk, sign in as{' '}
          <strong className="font-medium">{demo.adminEmail}</strong>; the code arrives in the{' '}
          <a className="text-link underline underline-offset-4" href="/dev/mailbox">
            demo’s mailbox
          </a>
          . How the portal itself is run is in the{' '}
          <a className="text-link underline underline-offset-4" href="/operator">
            operators’ pages
          </a>
          : sign in as <strong className="font-medium">{demo.operatorEmail}</strong>, or with the Operator of the demo
          wallet.
        </p>
      )}
    </main>
  );
}
