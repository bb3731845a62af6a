import { Icon } from '@/components/ui/figures/icon';

export function UnknownLink() {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-4 py-10">
      <div className="rounded-2xl border border-line bg-surface p-6 text-center shadow-(--shadow) sm:p-8">
        <h1 id="claim-heading" tabIndex={-1} className="text-xl font-semibold text-balance">
          <span className="mx-auto mb-3 flex size-10 items-center justify-center rounded-full bg-sunken text-quiet">
            <Icon name="alert" size={20} />
          </span>
          This link is not known
        </h1>
        <div className="mt-3 space-y-2 text-[0.9375rem] text-pretty text-quiet">
          <p>No payout belongs to this address.</p>
          <p>
            Check that you opened the whole link, to its last letter. If you were sent a newer one, use that: a new link
            replaces the old. Otherwise ask the person who sent it to you.
          </p>
        </div>
      </div>
    </main>
  );
}
