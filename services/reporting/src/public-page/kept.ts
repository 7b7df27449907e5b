/** Keeps what was made last, as long as it is asked for; what is made twice at once is made once. */
export class Kept<T> {
  readonly #most: number
  readonly #made = new Map<string, Promise<T>>()

  /** @param most how many are kept */
  constructor(most: number) {
    this.#most = most
  }

  /** @param key all that decides what is made */
  of(key: string, make: () => Promise<T>): Promise<T> {
    const made = this.#made.get(key) ?? make()
    this.#made.delete(key)
    this.#made.set(key, made)
    made.catch(() => this.#made.delete(key))
    const [oldest] = this.#made.keys()
    if (oldest !== undefined && this.#made.size > this.#most) this.#made.delete(oldest)
    return made
  }
}
