/** One target of docs/performance.md: what was measured, and what it is held to. */
export type Target = {
  what: string;
  /** The figure as it is read, with its unit and its yardstick: `131/s, 62 % of a bare server`. */
  figure: string;
  target: string;
  met: boolean;
};

const targets: Target[] = [];

const lineOf = ({ what, figure, target, met }: Target) =>
  `${what.padEnd(58)}${figure.padEnd(44)}${target.padEnd(36)}${met ? 'met' : 'MISSED'}`;

/** Prints a target when it was measured; `npm run bench` says all of them once more at its end. */
export function noteTarget(target: Target): void {
  targets.push(target);
  console.log(`  → ${lineOf(target)}`);
}

/** All targets that this process has measured, one line each. */
export function printTargets(): void {
  console.log(`\n${'target'.padEnd(58)}${'measured'.padEnd(44)}${'at least or at most'.padEnd(36)}`);
  for (const target of targets) console.log(lineOf(target));
}
