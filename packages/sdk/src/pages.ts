type Page<Item> = { data: readonly Item[]; next_cursor: string | null; has_more?: boolean };

/** A list: `await` it for its first page, `for await` it for every item, or `.pages()` for page after page. */
export class Pages<Item, P extends Page<Item>> implements PromiseLike<P>, AsyncIterable<Item> {
  readonly #read: (cursor: string | undefined) => Promise<P>;
  readonly #cursor: string | undefined;

  constructor(read: (cursor: string | undefined) => Promise<P>, cursor?: string) {
    this.#read = read;
    this.#cursor = cursor;
  }

  // biome-ignore lint/suspicious/noThenProperty: a list is awaited for its first page.
  then<Given = P, Refused = never>(
    onPage?: ((page: P) => Given | PromiseLike<Given>) | null,
    onError?: ((error: unknown) => Refused | PromiseLike<Refused>) | null,
  ): Promise<Given | Refused> {
    return this.#read(this.#cursor).then(onPage, onError);
  }

  async *pages(): AsyncGenerator<P, void> {
    let cursor = this.#cursor;
    do {
      const page = await this.#read(cursor);
      yield page;
      if (page.has_more === false || page.next_cursor === cursor) return;
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    for await (const page of this.pages()) yield* page.data;
  }
}
