/** In milliseconds: what was sent is given this long to show up before sending it again is offered. */
export const startAgainAfterMs = 120_000;
