import type postgres from 'postgres';
import { isLineFault } from './faults';
import { preparesFrequent } from './frequent';
import { Opening } from './opening';

const refusal = () =>
  Object.assign(new Error('No connection to the database became free in time'), { code: 'NO_CONNECTION_FREE' });

/** Lets at most `max` in at one time; a caller who waits longer than `waitMs` is refused. First come, first served. */
function gate(places: number, waitMs: number) {
  let free = places;
  const queue = new Set<() => void>();
  return {
    async enter(): Promise<void> {
      if (free > 0) {
        free -= 1;
        return;
      }
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      queue.add(resolve);
      const timer = setTimeout(() => {
        queue.delete(resolve);
        reject(refusal());
      }, waitMs);
      await promise.finally(() => clearTimeout(timer));
    },
    leave(): void {
      const [next] = queue;
      if (!next) {
        free += 1;
        return;
      }
      queue.delete(next);
      next();
    },
  };
}

type Verb = (...args: unknown[]) => unknown;
const verbOf = (owner: object, name: string): Verb => Reflect.get(owner, name);
const isQueryOfDriver = (options: unknown) => typeof options === 'object' && options !== null && 'onexecute' in options;
const never = () => new Promise<never>(() => {});
const aTurn = () => new Promise((resolve) => setImmediate(resolve));

/** How the arguments of a statement are changed before it is said. */
type Prepare = (args: unknown[]) => unknown[];
/** What statements of one transaction have to know of it. */
type Of = { opening: Opening; isOver(): boolean; prepare: Prepare };

const tooLate = () => Object.assign(new Error('The transaction is over'), { code: 'CONNECTION_CLOSED' });

/**
 * What may still be said within a transaction: nothing once its line is over, as the driver may have opened another, or
 * once its work has ended, as COMMIT or ROLLBACK is on its way and what came after it would stand for itself.
 */
function guarded(tx: object, of: Of): object {
  const [unsafe, savepoint] = [verbOf(tx, 'unsafe'), verbOf(tx, 'savepoint')];
  Reflect.set(tx, 'unsafe', (...args: unknown[]) => {
    if (of.isOver()) throw tooLate();
    const query = Object(unsafe(...of.prepare(args)));
    const run: Verb = query.handler;
    query.handler = () => {
      if (of.isOver()) query.reject(tooLate());
      else of.opening.say(String(args[0]), () => run(query), query.reject);
    };
    return query;
  });
  Reflect.set(tx, 'savepoint', async (...args: unknown[]) => {
    await of.opening.answered;
    if (of.isOver()) throw tooLate();
    const within = (inner: object) => workIn(inner, of, args.at(-1));
    return savepoint(...args.slice(0, -1), within);
  });
  return tx;
}

/** The driver answers a failure with a rollback, also where the line is gone and it would be said to another: never then. */
async function workIn(tx: object, of: Of, work: unknown): Promise<unknown> {
  if (typeof work !== 'function') throw new TypeError('A transaction needs work to do');
  let ended = false;
  try {
    return await work(guarded(tx, { ...of, isOver: () => ended || of.isOver() }));
  } catch (error) {
    if (isLineFault(error)) await aTurn();
    if (of.isOver()) return never();
    throw error;
  } finally {
    // What waits for BEGIN is said before the transaction ends, and nothing after it.
    await of.opening.answered.catch(never);
    ended = true;
  }
}

/**
 * Has every query and transaction take one of the pool's places first, and gives up when none is free in time: the
 * driver's own queue has no end. Holds transactions to the line that they began on, and has frequent statements prepared.
 */
export function takePlaces(sql: postgres.Sql, count: number, waitMs: number): void {
  const places = gate(count, waitMs);
  const prepare = preparesFrequent();
  const [unsafe, begin] = [verbOf(sql, 'unsafe'), verbOf(sql, 'begin')];
  let beginning: Opening | undefined;
  Reflect.set(sql, 'unsafe', (...args: unknown[]) => {
    if (isQueryOfDriver(args[2])) return beginning?.begin(unsafe, args) ?? unsafe(...args);
    const query = Object(unsafe(...prepare(args)));
    const run: Verb = query.handler;
    query.handler = () => {
      places.enter().then(() => {
        query.then(places.leave, places.leave);
        run(query);
      }, query.reject);
    };
    return query;
  });
  Reflect.set(sql, 'begin', async (...args: unknown[]) => {
    let over = false;
    const of: Of = { opening: new Opening(), isOver: () => over, prepare };
    await places.enter();
    try {
      beginning = of.opening;
      const worked = begin(...args.slice(0, -1), (tx: object) => workIn(tx, of, args.at(-1)));
      beginning = undefined;
      // Where BEGIN fails the driver hears nothing of it: neither does the work, which is over then.
      return await Promise.race([worked, of.opening.answered.then(() => worked)]);
    } finally {
      over = true;
      places.leave();
    }
  });
}
