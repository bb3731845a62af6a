import { groupDigits } from './group-digits';

type AmountProps = { value: string; symbol: string; large?: boolean; quiet?: boolean };

/** An exact amount and its currency; never rounded, digits of equal width. */
export function Amount({ value, symbol, large = false, quiet = false }: AmountProps) {
  if (!large) {
    return (
      <span className="whitespace-nowrap tabular-nums">
        {groupDigits(value)} {symbol}
      </span>
    );
  }
  const size = value.length > 14 ? 'text-2xl' : value.length > 9 ? 'text-4xl' : 'text-5xl';
  return (
    <span className="inline-flex flex-wrap items-baseline justify-center gap-x-2">
      <span className={`${size} ${quiet ? 'text-quiet' : 'font-semibold'} tracking-tight break-all tabular-nums`}>
        {groupDigits(value)}
      </span>{' '}
      <span className="text-2xl font-medium text-quiet">{symbol}</span>
    </span>
  );
}
