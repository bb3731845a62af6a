const units = [
  { seconds: 86_400, one: 'day', many: 'days' },
  { seconds: 3_600, one: 'hour', many: 'hours' },
  { seconds: 60, one: 'minute', many: 'minutes' },
  { seconds: 1, one: 'second', many: 'seconds' },
] as const;

/** About how long: "12 minutes", "1.5 hours". An estimate, so it has two digits at most. */
export function aboutHowLong(seconds: number): string {
  const unit = units.find((one) => seconds >= one.seconds) ?? units[3];
  const count = seconds / unit.seconds;
  const rounded = count < 10 && unit.seconds > 60 ? Math.round(count * 10) / 10 : Math.round(count);
  return `${rounded} ${rounded === 1 ? unit.one : unit.many}`;
}
