import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { ownScope } from '@/lib/kernel/traced';

/** What of Next's spans may leave: patterns of routes and closed words, no address of a request, which may hold a claim token. */
const kept: ReadonlySet<string> = new Set([
  ...['http.method', 'http.route', 'http.status_code'],
  ...['next.route', 'next.rsc', 'next.span_type', 'next.page'],
]);

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Next writes addresses into the names of its spans, so that each gets one of ours. */
function nameOf(attributes: Attributes): string {
  const method = textOf(attributes['http.method']);
  const route = textOf(attributes['http.route']) || textOf(attributes['next.route']);
  const type = textOf(attributes['next.span_type']);
  if (type === 'BaseServer.handleRequest') return `${method} ${route || 'unknown route'}`.trim();
  return [type || 'span', route].filter(Boolean).join(' ');
}

/** A span as it may leave the house: no text of an error, and of others' spans only what is known to be harmless. */
export function cleanSpan(span: ReadableSpan): ReadableSpan {
  const own = span.instrumentationScope.name === ownScope;
  const entries = Object.entries(span.attributes).filter(([key]) => own || kept.has(key));
  const attributes: Attributes = Object.fromEntries(entries);
  const { kind, parentSpanContext, startTime, endTime, duration, ended, resource, instrumentationScope } = span;
  return {
    ...{ kind, parentSpanContext, startTime, endTime, duration, ended, resource, instrumentationScope, attributes },
    name: own ? span.name : nameOf(attributes),
    spanContext: () => span.spanContext(),
    status: { code: span.status.code },
    ...{ events: [], links: [], droppedAttributesCount: 0, droppedEventsCount: 0, droppedLinksCount: 0 },
  };
}
