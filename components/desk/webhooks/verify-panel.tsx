'use client';
import { useState } from 'react';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyField } from '@/components/ui/copy-field';
import { TextAreaField } from '@/components/ui/fields';
import type { Dialect } from '@/db/vocabulary/webhooks';
import { type VerifySampleAnswer, verifySampleAnswer, verifySampleBody } from '@/lib/webhooks/trial/schema';

/** Lines as `name: value`; what is no header is left out. */
function headersIn(text: string): Record<string, string> {
  const lines = text.split(/\r?\n/).flatMap((line) => {
    const [, name, value] = /^\s*([^\s:]+)\s*:\s*(.*)$/.exec(line) ?? [];
    return name ? [[name, value ?? ''] as const] : [];
  });
  return Object.fromEntries(lines);
}

const area = { mono: true, className: 'block field-sizing-content max-h-60 min-h-16 break-all' };

type VerifyPanelProps = { endpointId: string; dialect: Dialect };

/** Says what should have proved a message that the reader pastes, and why what came does not. Test mode only. */
export function VerifyPanel({ endpointId, dialect }: VerifyPanelProps) {
  const { run, pending, problem, clear } = useAction();
  const [body, setBody] = useState('');
  const [headers, setHeaders] = useState('');
  const [url, setUrl] = useState('');
  const [verdict, setVerdict] = useState<VerifySampleAnswer | null>(null);
  const byAddress = dialect === 's2s';
  const sample = { body, headers: headersIn(headers), ...(url.trim() && { url: url.trim() }) };
  const faults = schemaFaults(verifySampleBody, sample);
  if (byAddress ? !url.trim() : !body) faults.set(byAddress ? 'url' : 'body', 'is required');
  const { form, fault } = useForm({ problem, clear }, faults, async () => {
    setVerdict(null);
    const path = `/api/desk/webhooks/endpoints/${endpointId}/verify-sample`;
    const answer = await run(path, { method: 'POST', body: sample, returns: verifySampleAnswer });
    if (answer.ok) setVerdict(answer.data);
  });
  return (
    <form {...form} className="max-w-2xl space-y-4">
      {!byAddress && (
        <>
          <TextAreaField
            name="body"
            label="The body that your server received"
            hint="The exact text, before anything parsed it."
            fault={fault('body')}
            {...area}
            rows={4}
            required
            value={body}
            onChange={setBody}
          />
          <TextAreaField
            name="headers"
            label="The headers that came with it"
            hint="One to a line, as name: value."
            fault={fault('headers')}
            {...area}
            rows={3}
            value={headers}
            onChange={setHeaders}
          />
        </>
      )}
      {(byAddress || dialect === 'coindirect') && (
        <TextAreaField
          name="url"
          label="The whole address that was called"
          hint={byAddress ? 'With the parameters filled in.' : 'Without it, the endpoint’s own.'}
          fault={fault('url')}
          {...area}
          rows={2}
          required={byAddress}
          value={url}
          onChange={setUrl}
        />
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
