/** What was made of a text lately, as long as the texts together are not longer than so many characters; the one used longest ago goes first. */
export class Recent<T> {
  #made = new Map<string, T>();
  #room: number;
  readonly #mostCharacters: number;

  constructor(mostCharacters: number) {
    this.#mostCharacters = mostCharacters;
    this.#room = mostCharacters;
  }

  of(text: string, make: () => T): T {
    const known = this.#made.get(text);
    if (known !== undefined) {
      this.#made.delete(text);
      this.#made.set(text, known);
      return known;
    }
    const made = make();
    if (text.length <= this.#mostCharacters / 10) this.#keep(text, made);
    return made;
  }

  #keep(text: string, made: T): void {
    this.#made.set(text, made);
    this.#room -= text.length;
    for (const oldest of this.#made.keys()) {
      if (this.#room >= 0) break;
      this.#made.delete(oldest);
      this.#room += oldest.length;
    }
  }
}
