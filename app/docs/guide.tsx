import { keptDays } from '@/lib/http/pipeline/idempotency';
import { CodeBlock } from './code-block';
import { doorPages } from './doors/pages';
import { Code, Paragraph, Section } from './prose';
import { readSample } from './samples';

export const guide = [
  ['quick-start', 'Quick start'],
  ['authentication', 'Authentication'],
  ['sdk', 'From JavaScript or TypeScript'],
  ['idempotency', 'Repeating a request safely'],
  ['errors', 'Errors'],
  ['rate-limits', 'Rate limits'],
  ['pages', 'Lists and pages'],
  ['receiving', 'Receiving webhooks'],
  ['doors', 'Programs for other systems'],
] as const;

const link = 'text-link underline underline-offset-4';

export async function Guide({ baseUrl }: { baseUrl: string }) {
  const files = ['create-payout.sh', '../sdk/pay.ts', 'receive-webhook.ts'];
  const [create = '', sdk = '', receive = ''] = await Promise.all(files.map(readSample));
  return (
    <>
      <Section id="quick-start" title="Quick start">
        <Paragraph>
          Your server asks for a payout and gets a claim link. Send the link to whom you owe, or open it in a frame of
          your page. They connect a wallet and collect: one transfer moves the money from your vault to their wallet. A
          webhook tells you when it is confirmed.
        </Paragraph>
        <CodeBlock
          label="Settings"
          text={`export DRAWBRIDGE_URL=${baseUrl}\nexport DRAWBRIDGE_API_KEY=db_…\nexport ORDER=order-1004`}
        />
        <CodeBlock label="curl" text={create} />
        <Paragraph>
          Amounts are decimal text and exact; times are ISO 8601 in UTC. <Code>reference</Code> is your own name for the
          payout and is unique among yours, so no bug on your side pays an order twice.
        </Paragraph>
      </Section>
      <Section id="authentication" title="Authentication">
        <Paragraph>
          Send your API key as <Code>Authorization: Bearer db_live_…</Code>. Keys have scopes, each operation names the
          one it needs. A key belongs on your server, never into a page or an app; we keep only its hash, so a lost key
          is replaced, not read again. Operations on claim links need no key: the token in the link is the permission.
        </Paragraph>
      </Section>
      <Section id="sdk" title="From JavaScript or TypeScript">
        <Paragraph>
          <Code>@drawbridge/sdk</Code> sends again what is safe to send again, under a key of its own where you give
          none, reads lists page by page, and verifies webhooks. It has no dependencies and runs on Node, Bun, Deno and
          workers.
        </Paragraph>
        <CodeBlock label="TypeScript" text={sdk} />
      </Section>
      <Section id="idempotency" title="Repeating a request safely">
        <Paragraph>
          When an answer is lost you cannot know whether the request arrived. Send <Code>Idempotency-Key</Code>, any
          text of your own that is unique to the request, and repeat the request until it is answered: it is done once,
          and each repetition with the same body gets the first answer, with <Code>Idempotent-Replayed: true</Code>, for{' '}
          {keptDays} days.
        </Paragraph>
        <Paragraph>
          Another body under the same key is refused with 422. While the first request is still running, the answer is
          409 with <Code>Retry-After</Code>. Answers of 5xx and 429 are never kept: the repetition is a new try.
        </Paragraph>
      </Section>
      <Section id="errors" title="Errors">
        <Paragraph>
          Errors are problem documents (RFC 9457, <Code>application/problem+json</Code>). Decide by <Code>code</Code>,
          which stays the same; show <Code>detail</Code> to people; quote <Code>instance</Code>, the request id, when
          you ask us. Requests that are not valid list every field at fault in <Code>errors</Code>.{' '}
          <a className={link} href="/docs/errors">
            All problem codes
          </a>
        </Paragraph>
      </Section>
      <Section id="rate-limits" title="Rate limits">
        <Paragraph>
          Requests are counted per API key and, without one, per address, by the minute. Each answer says what is left:{' '}
          <Code>RateLimit: "key";r=599;t=42</Code> is 599 more within the next 42 seconds, and{' '}
          <Code>RateLimit-Policy</Code> is the whole of it. Beyond that the answer is 429 with <Code>Retry-After</Code>.
        </Paragraph>
      </Section>
      <Section id="pages" title="Lists and pages">
        <Paragraph>
          Lists are newest first. While <Code>next_cursor</Code> is not null there is more: send it as{' '}
          <Code>cursor</Code> with the same filters. A page stays true while new payouts arrive.
        </Paragraph>
      </Section>
      <Section id="receiving" title="Receiving webhooks">
        <Paragraph>
          Add an endpoint, keep its secret, and verify what arrives: events are signed as Standard Webhooks. Answer with
          any 2xx. What is not answered so is sent again over several hours, so the same event can come twice, and
          events can overtake each other: act on a <Code>webhook-id</Code> once, and let the highest{' '}
          <Code>version</Code> win.
        </Paragraph>
        <CodeBlock label="TypeScript" text={receive} />
      </Section>
      <Doors />
    </>
  );
}

function Doors() {
  return (
    <Section id="doors" title="Programs for other systems">
      <Paragraph>
        A program that was written for one of these works with this portal once its base address and its keys are
        changed. Each has a page: what becomes what, what differs, and a command to try.
      </Paragraph>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {doorPages.map(({ name, system }) => (
          <li key={name}>
            <a className={link} href={`/docs/doors/${name}`}>
              {system}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
