'use client';
import { useMay } from '@/components/desk/frame/desk';
import { faultOf } from '@/components/desk/frame/faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { controlOf, Field, inputClass } from '@/components/ui/field';
import { maxOrigins, settingsAnswer } from '@/lib/merchants/schema';
import { SaveRow } from './save-row';
import { useDraft } from './use-draft';

const linesOf = (text: string) =>
  text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter(Boolean);

/** Whose pages may show the claim page in a frame, one origin a line. */
export function EmbeddingForm({ origins }: { origins: readonly string[] }) {
  const may = useMay('settings:write');
  const { form, draft, set, reset, submit, pending, problem, changed, saved } = useDraft({
    ...{ path: '/api/desk/settings/embedding', stored: { text: origins.join('\n') }, returns: settingsAnswer },
    bodyOf: ({ text }) => ({ origins: linesOf(text) }),
  });
  const given = linesOf(draft.text);
  const wrong = problem?.errors?.find(({ field }) => field.startsWith('origins.'));
  const line = wrong && given[Number(wrong.field.split('.')[1])];
  const fault = line ? `${line}: ${wrong.detail}` : faultOf(problem, 'origins');
  return (
    <form ref={form} onSubmit={submit} className="max-w-2xl space-y-4">
      <Field
        id="origins"
        label="Sites that may show the claim page in a frame"
        hint={`One a line, such as https://shop.example, without a path; at most ${maxOrigins}. Empty: none may. http only for localhost.`}
        fault={fault}
      >
        <textarea
          {...controlOf('origins', fault)}
          className={`${inputClass} field-sizing-content min-h-16 font-mono`}
          rows={3}
          autoComplete="off"
          spellCheck={false}
          disabled={!may}
          value={draft.text}
          onChange={({ target }) => set({ text: target.value })}
        />
      </Field>
      <ProblemCallout problem={problem} fields={['origins']} />
      <SaveRow {...{ pending, changed, saved }} verb="Save the sites" onReset={reset} />
    </form>
  );
}
