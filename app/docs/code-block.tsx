import { CopyButton } from '@/components/ui/copy-button';

export function CodeBlock({ label, text }: { label: string; text: string }) {
  return (
    <figure className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface">
      <figcaption className="flex items-center justify-between gap-3 border-b border-line px-4 py-2 text-sm text-quiet">
        <span>{label}</span>
        <CopyButton text={text} noun={`the ${label} sample`} label="Copy" />
      </figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto px-4 py-3 text-[0.8125rem]"
      >
        <code className="font-mono leading-relaxed">{text}</code>
      </pre>
    </figure>
  );
}
