import type { ReactNode } from 'react';

type BarListProps = {
  caption: string;
  heads: readonly [string, string];
  rows: readonly { label: string; length: number; value: ReactNode }[];
};

/** A distribution as a table whose rows carry their bars: the same for every reader. */
export function BarList({ caption, heads, rows }: BarListProps) {
  const longest = Math.max(...rows.map((row) => row.length), 0);
  return (
    <table className="w-full table-fixed text-[0.8125rem]">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, length, value }) => (
          <tr key={label}>
            <th scope="row" className="w-28 py-1 text-left font-normal text-quiet">
              {label}
            </th>
            <td className="py-1">
              <span className="flex items-center gap-2">
                <span
                  aria-hidden="true"
                  className={`h-3 shrink-0 rounded-sm ${length > 0 ? 'min-w-0.5 bg-quiet' : ''}`}
                  style={{ width: `${longest === 0 ? 0 : (length / longest) * 60}%` }}
                />
                <span className={`tabular-nums ${length === 0 ? 'text-quiet' : ''}`}>{value}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
