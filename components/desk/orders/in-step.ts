import { formatAmount, parseAmount } from '@/lib/kernel/money';

/** What is left of the whole when a part of it is typed; null while that is no amount, or more than there is. */
export function restOf(whole: string, part: string, decimals: number): string | null {
  try {
    const rest = parseAmount(whole, decimals) - parseAmount(part.trim(), decimals);
    return rest < 0n ? null : formatAmount(rest, decimals);
  } catch {
    return null;
  }
}

/** What is wrong with a part that was typed; null where it can be sent. */
export function partFault(whole: string, part: string, { asset, decimals }: { asset: string; decimals: number }) {
  try {
    const [all, some] = [parseAmount(whole, decimals), parseAmount(part.trim(), decimals)];
    return some > all ? `No more than ${whole} ${asset} is held.` : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
