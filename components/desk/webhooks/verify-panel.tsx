'use client';
import { type FormEvent, useRef, useState } from 'react';
import { faultOf, useFaultFocus } from '@/components/desk/frame/faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyField } from '@/components/ui/copy-field';
import { controlOf, Field, inputClass } from '@/components/ui/field';
import type { Dialect } from '@/db/vocabulary';
import { type VerifySampleAnswer, verifySampleAnswer } from '@/lib/webhooks/trial/schema';

/** Lines as `name: value`; what is no header is left out. */
function headersIn(text: string): Record<string, string> {
  const lines = text.split(/\r?\n/).flatMap((line) => {
    const [, name, value] = /^\s*([^\s:]+)\s*:\s*(.*)$/.exec(line) ?? [];
    return name ? [[name, value ?? ''] as const] : [];
  });
  return Object.fromEntries(lines);
}

type VerifyPanelProps = { endpointId: string; dialect: Dialect };

/** Says what should have proved a message that the reader pastes, and why what came does not. Test mode only. */
export function VerifyPanel({ endpointId, dialect }: VerifyPanelProps) {
  const { run, pending, problem } = useAction();
  const form = useRef<HTMLFormElement>(null);
  const [body, setBody] = useState('');
  const [headers, setHeaders] = useState('');
  const [url, setUrl] = useState('');
  const [verdict, setVerdict] = useState<VerifySampleAnswer | null>(null);
  useFaultFocus(form, problem);
  const byAddress = dialect === 's2s';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setVerdict(null);
    const sample = { body, headers: headersIn(headers), ...(url.trim() && { url: url.trim() }) };
    const path = `/api/desk/webhooks/endpoints/${endpointId}/verify-sample`;
    const answer = await run(path, { method: 'POST', body: sample, returns: verifySampleAnswer });
    if (answer.ok) setVerdict(answer.data);
  };
  const area = `${inputClass} block field-sizing-content max-h-60 min-h-16 font-mono break-all`;
  const fault = (name: string) => faultOf(problem, name);
  return (
    <form ref={form} onSubmit={submit} className="max-w-2xl space-y-4">
      {!byAddress && (
        <>
          <Field
            id="sample-body"
            label="The body that your server received"
            hint="The exact text, before anything parsed it."
            fault={fault('body')}
          >
            <textarea
              {...controlOf('sample-body', fault('body'))}
              className={area}
              rows={4}
              required
              value={body}
              onChange={({ target }) => setBody(target.value)}
            />
          </Field>
          <Field
            id="sample-headers"
            label="The headers that came with it"
            hint="One to a line, as name: value."
            fault={fault('headers')}
          >
            <textarea
              {...controlOf('sample-headers', fault('headers'))}
              className={area}
              rows={3}
              value={headers}
              onChange={({ target }) => setHeaders(target.value)}
            />
          </Field>
        </>
      )}
      {(byAddress || dialect === 'coindirect') && (
        <Field
          id="sample-url"
          label="The whole address that was called"
          hint={byAddress ? 'With the parameters filled in.' : 'Without it, the endpoint’s own.'}
          fault={fault('url')}
        >
          <textarea
            {...controlOf('sample-url', fault('url'))}
            className={area}
            rows={2}
            required={byAddress}
            value={url}
            onChange={({ target }) => setUrl(target.value)}
          />
        </Field>
      )}
      <ProblemCallout problem={problem} fields={['body', 'headers', 'url']} />
      <button type="submit" className={buttonClass('small')} disabled={pending}>
        {pending ? 'Looking …' : 'Check this message'}
      </button>
      {verdict && <Verdict verdict={verdict} />}
    </form>
  );
}

function Verdict({ verdict: { matches, expected, signed_content, hints } }: { verdict: VerifySampleAnswer }) {
  const [tone, words] =
    matches === true
      ? (['good', 'The signature is right: this message is ours, unchanged.'] as const)
      : matches === false
        ? (['warn', 'The signature does not fit this message.'] as const)
        : (['plain', 'There was no signature to compare with.'] as const);
  return (
    <div className="space-y-3">
      <Callout tone={tone}>{words}</Callout>
      {hints.length > 0 && (
        <ul className="list-disc space-y-1 pl-5 text-sm">
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      )}
      {Object.entries(expected).map(([name, value]) => (
        <CopyField key={name} label={`${name} should be`} value={value} noun={name} />
      ))}
      {signed_content && (
        <div>
          <p className="mb-1 text-[0.8125rem] font-medium">The exact text that it is made over</p>
          <CodeBlock label="Signed text" text={signed_content} />
        </div>
      )}
    </div>
  );
}
