'use client';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { hrefOf } from '@/components/dashboard/href';
import { buttonClass } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import { deliveryStatuses } from '@/db/vocabulary';

export type DeliveryFilterValues = { endpoint?: string; status?: string; payout?: string };

const words = { pending: 'Waiting or tried again', delivered: 'Delivered', exhausted: 'Given up' } as const;

type DeliveryFiltersProps = { filters: DeliveryFilterValues; names: Readonly<Record<string, string>> };

/** Which deliveries to see. A plain form: without script it works by its button. */
export function DeliveryFilters({ filters, names }: DeliveryFiltersProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const go = () => {
    if (!form.current) return;
    const given = Object.fromEntries(
      [...new FormData(form.current)].map(([name, value]) => [name, String(value).trim()]),
    );
    router.push(hrefOf('/dashboard/webhooks/deliveries', given));
  };
  const select = `${inputClass} w-auto grow sm:grow-0`;
  return (
    <form
      ref={form}
      key={JSON.stringify(filters)}
      action="/dashboard/webhooks/deliveries"
      className="mb-5 flex flex-wrap gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <select name="status" aria-label="State" className={select} defaultValue={filters.status ?? ''} onChange={go}>
        <option value="">Every state</option>
        {deliveryStatuses.map((status) => (
          <option key={status} value={status}>
            {words[status]}
          </option>
        ))}
      </select>
      <select
        name="endpoint"
        aria-label="Endpoint"
        className={select}
        defaultValue={filters.endpoint ?? ''}
        onChange={go}
      >
        <option value="">Every endpoint</option>
        {Object.entries(names).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {filters.endpoint && !(filters.endpoint in names) && (
          <option value={filters.endpoint}>A deleted endpoint</option>
        )}
      </select>
      <input
        name="payout"
        aria-label="Payout"
        placeholder="Id of a payout (po_…)"
        autoComplete="off"
        spellCheck={false}
        className={`${inputClass} w-auto min-w-48 grow font-mono sm:max-w-80`}
        defaultValue={filters.payout}
      />
      <button type="submit" className={buttonClass('small')}>
        Show
      </button>
    </form>
  );
}
