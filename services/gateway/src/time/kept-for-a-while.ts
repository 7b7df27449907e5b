import type { Clock } from "./clock.ts"

export interface KeepingOptions {
  /** How long what was read counts as good, in milliseconds. */
  milliseconds: number
  /** How many are kept at most; then the oldest go. */
  size: number
  now: Clock
}

/** Remembers what was read for a while, so that it is not read for every request; failures are not remembered. */
export class KeptForAWhile<Value> {
  readonly #kept = new Map<string, { value: Promise<Value>; until: number }>()
  readonly #options: KeepingOptions

  constructor(options: KeepingOptions) {
    this.#options = options
  }

  /** @param read comes when nothing good is remembered, once for all who ask meanwhile */
  of(key: string, read: () => Promise<Value>): Promise<Value> {
    const { milliseconds, size, now } = this.#options
    const kept = this.#kept.get(key)
    if (kept !== undefined && now() < kept.until) return kept.value
    const value = read()
    this.#kept.delete(key)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size < size) break
      this.#kept.delete(oldest)
    }
    this.#kept.set(key, { value, until: now() + milliseconds })
    value.catch(() => {
      if (this.#kept.get(key)?.value === value) this.#kept.delete(key)
    })
    return value
  }

  forget(key: string): void {
    this.#kept.delete(key)
  }

  forgetAll(): void {
    this.#kept.clear()
  }
}
