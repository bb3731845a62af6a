import { formatAmount, parseAmount } from '@/lib/kernel/money';

/** "50000.5" as the portal writes it, "50000.50"; what is no amount of this asset stays as it was typed. */
export function exactAmount(typed: string, decimals: number): string {
  const text = typed.trim();
  try {
    return formatAmount(parseAmount(text, decimals), decimals);
  } catch {
    return text;
  }
}
