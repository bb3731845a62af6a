/** A zone as people read it: `America/New_York` has a blank. */
export function zoneWords(zone: string): string {
  return zone.replaceAll('_', ' ');
}
