type Draft = { one_from: string; two_from: string; new_destination: boolean };

/** What a rule comes to, in one sentence. */
export function ruleWords({ one_from, two_from, new_destination }: Draft, asset: string): string {
  const [one, two] = [one_from.trim(), two_from.trim()];
  const amounts = [
    ...(one ? [`from ${one} ${asset} one person approves`] : []),
    ...(two ? [`from ${two} ${asset} two people approve`] : []),
    ...(new_destination ? ['a new destination needs one person'] : []),
  ];
  if (amounts.length === 0) return 'So every payout passes by itself.';
  return `So ${amounts.join(', ')}; everything else passes by itself.`;
}
