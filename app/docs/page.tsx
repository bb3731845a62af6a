import type { Metadata } from 'next';
import { openapiDocument } from '@/app/api/v1/document';
import { env } from '@/lib/kernel/env';
import { AllCalls } from './all-calls';
import { Frame } from './frame';
import { Guide } from './guide';
import { operationsByTag } from './operations';

export const metadata: Metadata = { title: 'API reference' };

export default function Page() {
  const { origin } = new URL(env.BASE_URL);
  return (
    <Frame address="/docs">
      <header>
        <h1 className="text-3xl font-semibold tracking-tight">API reference</h1>
        <p className="mt-2 text-quiet">
          At <code className="font-mono text-[0.875em]">{origin}</code>. The same as{' '}
          <a className="text-link underline underline-offset-4" href="/api/v1/openapi.json">
            OpenAPI 3.1
          </a>
          . Every sample in it is run by a test.
        </p>
      </header>
      <Guide baseUrl={origin} />
      <AllCalls groups={operationsByTag(openapiDocument())} />
    </Frame>
  );
}
