import { type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { tracesEndpoint } from './env';

/** Words and numbers of ours: never an address, an id of a person, a token, or a text that came in. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

/** Of spans that are made here; others are Next's. */
export const ownScope = 'drawbridge';

/** Spans that have something to tell, also where their work says that it did nothing. */
const telling = new WeakSet<Span>();

function end(span: Span, failed: boolean): void {
  if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** `isIdle`: says of a result that nothing was done. `root`: a trace of its own, beside what is under way. */
export type SpanOptions<T> = { isIdle?: (result: T) => boolean; root?: boolean };

/**
 * Does `work` as a span where a collector is set, and just does it where none is. Idle work is not told, unless something was told
 * below it: a span that is never ended is never sent.
 */
export function traced<T>(
  name: string,
  facts: SpanFacts,
  work: () => Promise<T>,
  options: SpanOptions<T> = {},
): Promise<T> {
  return tracesEndpoint === undefined ? work() : asSpan(name, facts, work, options);
}

function asSpan<T>(
  name: string,
  facts: SpanFacts,
  work: () => Promise<T>,
  { isIdle = () => false, root = false }: SpanOptions<T>,
): Promise<T> {
  const parent = root ? undefined : trace.getActiveSpan();
  return trace.getTracer(ownScope).startActiveSpan(name, { attributes: { ...facts }, root }, async (span) => {
    try {
      const result = await work();
      if (isIdle(result) && !telling.has(span)) return result;
      if (parent) telling.add(parent);
      end(span, false);
      return result;
    } catch (error) {
      if (parent) telling.add(parent);
      end(span, true);
      throw error;
    }
  });
}

/** Adds to the span that is under way, which then is told; nothing where there is none. */
export function noteInSpan(facts: SpanFacts): void {
  const span = tracesEndpoint === undefined ? undefined : trace.getActiveSpan();
  if (span) telling.add(span.setAttributes({ ...facts }));
}

/** By what a line of the log finds its trace; nothing outside of one. */
export function traceOfLine(): { trace_id?: string; span_id?: string } {
  const span = tracesEndpoint === undefined ? undefined : trace.getActiveSpan()?.spanContext();
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {};
}
