import type { FieldGroup } from './operations';
import { Prose } from './prose';

/** `exception`: which fields are marked, those that must be sent or those that may be missing in an answer. */
export function FieldList({ title, fields, exception }: FieldGroup) {
  if (fields.length === 0) return null;
  return (
    <div>
      <h4 className="text-sm font-semibold">{title}</h4>
      <dl className="mt-2 divide-y divide-line border-y border-line">
        {fields.map((field) => (
          <div key={field.name} className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
            <dt className="min-w-0">
              <code className="font-mono text-[0.8125rem] break-words">{field.name}</code>
              {field.required === (exception === 'required') && (
                <span className="ml-2 text-xs text-quiet">{exception}</span>
              )}
            </dt>
            <dd className="min-w-0 text-sm">
              <span className="font-mono text-[0.8125rem] break-words text-quiet">{field.type}</span>
              {field.description && (
                <span className="block">
                  <Prose text={field.description} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
