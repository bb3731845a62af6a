import { useId } from 'react';

export type Bar = {
  /** What the bar stands for, such as a day. */
  label: string;
  /** Its height; only ever drawn, so that it may be rounded. */
  height: number;
  /** Its exact value in words. */
  value: string;
};

type BarChartProps = {
  /** What it shows, in one sentence: the chart's name. */
  title: string;
  bars: readonly Bar[];
  /** Column heads of the table that says the same. */
  heads: readonly [string, string];
  /** Words at the two ends of the axis. */
  ends: readonly [string, string];
  /** The value at the top line. */
  top: string;
  /** Which bar is still growing. */
  current?: number;
};

const size = { width: 600, height: 120 };

/** Bars over time. Read as a picture with a name, bar by bar with the pointer, or as the table below it. */
export function BarChart({ title, bars, heads, ends, top, current }: BarChartProps) {
  const name = useId();
  const highest = Math.max(...bars.map((bar) => bar.height), 0);
  const step = size.width / Math.max(bars.length, 1);
  return (
    <figure>
      <div className="flex justify-between text-xs text-quiet">
        <span aria-hidden="true" className="tabular-nums">
          {top}
        </span>
      </div>
      <svg
        role="img"
        aria-labelledby={name}
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        className="mt-1 block h-24 w-full overflow-visible"
      >
        <title id={name}>{title}</title>
        <line x1="0" x2={size.width} y1="0" y2="0" stroke="var(--line)" vectorEffect="non-scaling-stroke" />
        <line
          {...{ x1: 0, x2: size.width, y1: size.height, y2: size.height, stroke: 'var(--line-strong)' }}
          vectorEffect="non-scaling-stroke"
        />
        {bars.map((bar, index) => {
          const height = highest === 0 ? 0 : (bar.height / highest) * size.height;
          const seen = bar.height > 0 ? Math.max(height, 2) : 0;
          return (
            <g key={bar.label} className="group">
              <title>{`${bar.label}: ${bar.value}`}</title>
              <rect
                x={index * step}
                y={0}
                width={step}
                height={size.height}
                fill="transparent"
                className="group-hover:fill-(--line) group-hover:opacity-50"
              />
              <rect
                {...{ x: index * step + step * 0.15, y: size.height - seen, width: step * 0.7, height: seen }}
                className={index === current ? 'fill-(--accent)' : 'fill-(--text-quiet)'}
              />
            </g>
          );
        })}
      </svg>
      <div aria-hidden="true" className="mt-1 flex justify-between text-xs text-quiet">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
      <AsTable title={title} bars={bars} heads={heads} />
    </figure>
  );
}

function AsTable({ title, bars, heads }: Pick<BarChartProps, 'title' | 'bars' | 'heads'>) {
  return (
    <details className="mt-1 text-xs">
      <summary className="w-fit rounded-sm py-1 text-quiet hover:text-text">As a table</summary>
      <table className="mt-1 w-full max-w-sm tabular-nums">
        <caption className="sr-only">{title}</caption>
        <thead className="text-left text-quiet">
          <tr>
            <th scope="col" className="py-1 font-medium">
              {heads[0]}
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              {heads[1]}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row" className="py-1 text-left font-normal">
                {bar.label}
              </th>
              <td className="py-1 text-right">{bar.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
