'use client';
import { FilterForm } from '@/components/desk/frame/filter-form';
import { buttonClass } from '@/components/ui/button';
import { inputClass } from '@/components/ui/field';
import { type OrderStatus, orderStatuses } from '@/db/vocabulary/orders';
import { statusWords } from './order-words';

export type OrderFilterValues = { status?: OrderStatus; reference?: string; seller?: string; buyer?: string };

const labelled = 'text-xs text-quiet sm:w-44';
const typed = [
  ['reference', 'Reference'],
  ['seller', 'Seller'],
  ['buyer', 'Buyer'],
] as const;

/** Which orders to see. */
export function OrderFilters({ filters }: { filters: OrderFilterValues }) {
  return (
    <FilterForm
      path="/dashboard/orders"
      filters={filters}
      className="mb-5 grid grid-cols-2 items-end gap-2 sm:flex sm:flex-wrap"
    >
      <label className={labelled}>
        Status
        <select name="status" className={inputClass} defaultValue={filters.status ?? ''}>
          <option value="">Any</option>
          {orderStatuses.map((one) => (
            <option key={one} value={one}>
              {statusWords[one]}
            </option>
          ))}
        </select>
      </label>
      {typed.map(([name, words]) => (
        <label key={name} className={labelled}>
          {words}
          <input
            {...{ name, defaultValue: filters[name], maxLength: 120 }}
            className={inputClass}
            autoComplete="off"
            spellCheck={false}
          />
        </label>
      ))}
      <button type="submit" className={buttonClass('small')}>
        Search
      </button>
    </FilterForm>
  );
}
