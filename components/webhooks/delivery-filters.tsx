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
      <div className="min-w-0 grow sm:grow-0">
        <select
          name="status"
          aria-label="State"
          className={inputClass}
          defaultValue={filters.status ?? ''}
          onChange={go}
        >
          <option value="">Every state</option>
          {deliveryStatuses.map((status) => (
            <option key={status} value={status}>
              {words[status]}
            </option>
          ))}
        </select>
      </div>
      <div className="min-w-0 grow sm:grow-0">
        <select
          name="endpoint"
          aria-label="Endpoint"
          className={inputClass}
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
      </div>
      <div className="min-w-48 grow sm:max-w-80">
        <input
          name="payout"
          aria-label="Payout"
          placeholder="Id of a payout (po_…)"
          autoComplete="off"
          spellCheck={false}
          className={`${inputClass} font-mono`}
          defaultValue={filters.payout}
        />
      </div>
      <button type="submit" className={buttonClass('small')}>
        Show
      </button>
    </form>
  );
}
