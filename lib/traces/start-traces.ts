import { env } from '@/lib/kernel/env';

/** Waits for what is not sent yet, and ends. */
export type StopTraces = () => Promise<void>;

/**
 * Sends spans to the collector of OTEL_EXPORTER_OTLP_ENDPOINT; loads nothing where none is set. Nobody outside chooses an id of a
 * trace or whether it is sent: no header of a request is read for it, and none is added to what we send.
 */
export async function startTraces(process: 'portal' | 'worker'): Promise<StopTraces> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: named, OTEL_TRACES_SAMPLER_ARG: share } = env;
  if (endpoint === undefined) return async () => {};
  const [{ context, trace }, sdk, { OTLPTraceExporter }, { AsyncLocalStorageContextManager }, resources] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/resources'),
    ]);
  const { cleanSpan } = await import('./clean-span');
  const collector = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const exporter: import('@opentelemetry/sdk-trace').SpanExporter = {
    export: (spans, done) => collector.export(spans.map(cleanSpan), done),
    shutdown: () => collector.shutdown(),
    forceFlush: () => collector.forceFlush(),
  };
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': named ?? `drawbridge-${process}` }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  return () => provider.shutdown();
}
