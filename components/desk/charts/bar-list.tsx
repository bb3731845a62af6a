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
    <div className="overflow-x-auto">
      <table className="w-full text-[0.8125rem]">
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
              <th scope="row" className="py-1 pr-3 text-left font-normal whitespace-nowrap text-quiet">
                {label}
              </th>
              <td className={`py-1 text-right tabular-nums sm:whitespace-nowrap ${length === 0 ? 'text-quiet' : ''}`}>
                {value}
              </td>
              <td aria-hidden="true" className="w-full py-1 pl-3">
                <span
                  className={`block h-3 rounded-sm ${length > 0 ? 'min-w-0.5 bg-quiet' : ''}`}
                  style={{ width: `${longest === 0 ? 0 : (length / longest) * 100}%` }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
