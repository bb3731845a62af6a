/** In milliseconds: what was sent is given this long to show up before sending it again is offered. */
export const startAgainAfterMs = 120_000;

/** What sending it again costs, where the first may still arrive. */
export const costOfAgain =
  'Sending it again is safe, as you are paid once; but if both arrive, one of the two network fees is lost.';
