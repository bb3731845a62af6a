'use client';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { TextAreaField } from '@/components/ui/fields';
import { type EmbeddingBody, embeddingBody, maxOrigins, settingsAnswer } from '@/lib/merchants/schema';
import { SaveRow } from './save-row';
import { useDraft } from './use-draft';

/** Every line that is no origin, with what is wrong with it; or what is wrong with all of them together. */
function faultsOf({ origins }: EmbeddingBody) {
  const lines = origins.flatMap((line) => {
    const fault = schemaFaults(embeddingBody, { origins: [line] }).get('origins');
    return fault ? [`${line}: ${fault}`] : [];
  });
  return lines.length > 0 ? new Map([['origins', lines.join('; ')]]) : schemaFaults(embeddingBody, { origins });
}

/** Whose pages may show the claim page in a frame, one origin a line. */
export function EmbeddingForm({ origins }: { origins: readonly string[] }) {
  const { form, field, problem, row } = useDraft({
    ...{ path: '/api/desk/settings/embedding', stored: { origins: origins.join('\n') }, returns: settingsAnswer },
    bodyOf: (given) => ({ origins: given.origins.split(/\s+/).filter(Boolean) }),
    faultsOf,
  });
  return (
    <form {...form} className="max-w-2xl space-y-4">
      <TextAreaField
        {...field('origins')}
        label="Sites that may show the claim page in a frame"
        hint={`One a line, such as https://shop.example, without a path; at most ${maxOrigins}. Empty: none may. http only for localhost.`}
        mono
        className="field-sizing-content min-h-16"
        rows={3}
      />
      <ProblemCallout problem={problem} fields={['origins']} />
      <SaveRow {...row} verb="Save the sites" />
    </form>
  );
}
