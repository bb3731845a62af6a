'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/fields';
import { Icon } from '@/components/ui/figures/icon';
import { type SavedView, savedView, savedViewBody } from '@/lib/desk/list/schema';

type SavedViewsProps = {
  views: readonly SavedView[];
  /** The filters of the page, as an address has them; empty without any. */
  query: string;
};

/** Filters that the person keeps under a name, and the way to keep these. */
export function SavedViews({ views, query }: SavedViewsProps) {
  const [naming, setNaming] = useState(false);
  const current = views.find((view) => view.query === query);
  if (views.length === 0 && !query) return null;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-1.5 text-[0.8125rem]">
      <ul aria-label="Saved views" className="contents">
        {views.map((view) => (
          <ViewChip key={view.id} view={view} current={view === current} />
        ))}
      </ul>
      {query && !current && (
        <button type="button" className={buttonClass('bare')} onClick={() => setNaming(true)}>
          Save this view
        </button>
      )}
      <Dialog open={naming} onClose={() => setNaming(false)} title="Save this view">
        <NameForm query={query} onDone={() => setNaming(false)} />
      </Dialog>
    </div>
  );
}

function ViewChip({ view, current }: { view: SavedView; current: boolean }) {
  const router = useRouter();
  const { run, pending } = useAction();
  const forget = async () => {
    const answer = await run(`/api/desk/views/${view.id}`, { method: 'DELETE' });
    if (answer.ok || answer.problem.code === 'not_found') router.refresh();
  };
  return (
    <li
      className={`flex items-center rounded-full border ${current ? 'border-text' : 'border-line-strong text-quiet hover:text-text'}`}
    >
      <Link
        href={`/dashboard/payouts?${view.query}`}
        prefetch={false}
        aria-current={current ? 'true' : undefined}
        className={`rounded-full py-1 pl-3 ${current ? 'pr-1' : 'pr-3'}`}
      >
        {view.name}
      </Link>
      {current && (
        <button
          type="button"
          aria-label={`Forget the view ${view.name}`}
          disabled={pending}
          onClick={forget}
          className="mr-1 inline-flex size-6 items-center justify-center rounded-full text-quiet hover:text-text"
        >
          <Icon name="cross" size={14} />
        </button>
      )}
    </li>
  );
}

function NameForm({ query, onDone }: { query: string; onDone: () => void }) {
  const router = useRouter();
  const { run, pending, problem, clear } = useAction();
  const [name, setName] = useState('');
  const body = { name, query };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(savedViewBody, body), async () => {
    const answer = await run('/api/desk/views', { method: 'POST', body, returns: savedView });
    if (!answer.ok) return;
    onDone();
    router.refresh();
  });
  return (
    <form {...form} className="space-y-4">
      <TextField
        name="name"
        label="Name"
        hint="Only you see it. A name that you have already is given to this view."
        fault={fault('name') ?? problem?.detail}
        required
        maxLength={60}
        value={name}
        onChange={setName}
      />
      <button type="submit" disabled={pending} className={buttonClass('smallPrimary')}>
        Save view
      </button>
    </form>
  );
}
