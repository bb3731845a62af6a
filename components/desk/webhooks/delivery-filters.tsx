'use client';
import { FilterForm } from '@/components/desk/frame/filter-form';
import { buttonClass } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import { deliveryStatuses } from '@/db/vocabulary/webhooks';

export type DeliveryFilterValues = { endpoint?: string; status?: string; payout?: string };

const words = { pending: 'Waiting or tried again', delivered: 'Delivered', exhausted: 'Given up' } as const;

type DeliveryFiltersProps = { filters: DeliveryFilterValues; names: Readonly<Record<string, string>> };

/** Which deliveries to see. */
export function DeliveryFilters({ filters, names }: DeliveryFiltersProps) {
  return (
    <FilterForm path="/dashboard/webhooks/deliveries" filters={filters} className="mb-5 flex flex-wrap gap-2">
      <div className="min-w-0 grow sm:grow-0">
        <select name="status" aria-label="State" className={inputClass} defaultValue={filters.status ?? ''}>
          <option value="">Every state</option>
          {deliveryStatuses.map((status) => (
            <option key={status} value={status}>
              {words[status]}
            </option>
          ))}
        </select>
      </div>
      <div className="min-w-0 grow sm:grow-0">
        <select name="endpoint" aria-label="Endpoint" className={inputClass} defaultValue={filters.endpoint ?? ''}>
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
        Search
      </button>
    </FilterForm>
  );
}
