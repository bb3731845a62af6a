import type { Queryable } from './client';

type Built<R> = { prepare(name: string): { execute(values?: Record<string, unknown>): Promise<R> } };

/**
 * A statement whose text is built once, with `sql.placeholder`s for its values: building it takes longer than all that the
 * driver does with it. It is said on the pool or in the transaction that it is given.
 */
export function builtOnce<V extends Record<string, unknown>, R>(
  build: (db: Queryable) => Built<R>,
): (db: Queryable, values: V) => Promise<R> {
  let built: ReturnType<Built<R>['prepare']> | undefined;
  return (db, values) => {
    built ??= build(db).prepare('built once');
    // The library keeps with what it built only where to say it, and to whom to tell that it was said.
    const { session } = db._;
    const to = { client: Reflect.get(session, 'client'), logger: Reflect.get(session, 'logger') };
    const said: typeof built = Object.assign(Object.create(built), to);
    return said.execute(values);
  };
}
