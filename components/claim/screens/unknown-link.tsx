import type { ClaimSay } from '@/components/claim/claim-say';
import { Icon } from '@/components/ui/figures/icon';

export function UnknownLink({ say }: { say: ClaimSay }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-[min(1rem,4vw)] py-10 wrap-break-word">
      <div className="rounded-2xl border border-line bg-surface px-[min(1.5rem,6vw)] py-6 text-center shadow-(--shadow) sm:p-8">
        <h1 id="claim-heading" tabIndex={-1} className="text-xl font-semibold text-balance">
          <span className="mx-auto mb-3 flex size-10 items-center justify-center rounded-full bg-sunken text-quiet">
            <Icon name="alert" size={20} />
          </span>
          {say('claim.unknown.heading')}
        </h1>
        <div className="mt-3 space-y-2 text-[0.9375rem] text-pretty text-quiet">
          <p>{say('claim.unknown.words')}</p>
          <p>{say('claim.unknown.next')}</p>
        </div>
      </div>
    </main>
  );
}
