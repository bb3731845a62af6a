import type { FieldGroup } from './operations';
import { Prose } from './prose';

/** On the list, not on each of its hundreds of lines: a page is sent twice, as it is seen and as it comes alive. */
const rows =
  'mt-2 divide-y divide-line border-y border-line [&>div]:grid [&>div]:gap-x-4 [&>div]:gap-y-0.5 [&>div]:py-2 sm:[&>div]:grid-cols-[minmax(0,16rem)_minmax(0,1fr)] [&>div>*]:min-w-0 [&_dt>code]:font-mono [&_dt>code]:text-[0.8125rem] [&_dt>code]:break-words [&_dt>i]:ml-2 [&_dt>i]:text-xs [&_dt>i]:text-quiet [&_dt>i]:not-italic [&_dd]:text-sm [&_samp]:font-mono [&_samp]:text-[0.8125rem] [&_samp]:break-words [&_samp]:text-quiet';

/** `exception`: which fields are marked, those that must be sent or those that may be missing in an answer. */
export function FieldList({ title, fields, exception }: FieldGroup) {
  if (fields.length === 0) return null;
  return (
    <div>
      <h2 className="text-sm font-semibold">{title}</h2>
      <dl className={rows}>
        {fields.map((field) => (
          <div key={field.name}>
            <dt>
              <code>{field.name}</code>
              {field.required === (exception === 'required') && <i>{exception}</i>}
            </dt>
            <dd>
              <samp>{field.type}</samp>
              {field.description && (
                <p>
                  <Prose text={field.description} />
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
