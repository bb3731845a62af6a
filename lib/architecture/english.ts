/** Words that hide the actor or carry a sentence that English has no use for. */
const hidden = /\b(whoever|whatever|somebody|anew|all the same)\b/gi;

/** The lines of a text that use such a word, each with the word. */
export function hiddenActorsIn(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const words = [...line.matchAll(hidden)].map(([word]) => word);
    return words.map((word) => `${file}:${index + 1}: "${word}". Name the actor, or say "again" or "still".`);
  });
}
