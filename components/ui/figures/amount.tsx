import type { Language } from '@/lib/words/locale';
import { groupedIn } from '@/lib/words/numbers';

type AmountProps = { value: string; symbol: string; language?: Language; large?: boolean; quiet?: boolean };

/** An exact amount and its currency, kept together and from left to right; never rounded, digits of equal width. */
export function Amount({ value, symbol, language = 'en', large = false, quiet = false }: AmountProps) {
  const digits = groupedIn(language, value);
  if (!large) {
    return (
      <bdi dir="ltr" className="whitespace-nowrap tabular-nums">
        {digits} {symbol}
      </bdi>
    );
  }
  const size = value.length > 14 ? 'text-2xl' : value.length > 9 ? 'text-4xl' : 'text-5xl';
  return (
    <bdi dir="ltr" className="inline-flex flex-wrap items-baseline justify-center gap-x-2">
      <span className={`${size} ${quiet ? 'text-quiet' : 'font-semibold'} tracking-tight break-all tabular-nums`}>
        {digits}
      </span>{' '}
      <span className="text-2xl font-medium text-quiet">{symbol}</span>
    </bdi>
  );
}
