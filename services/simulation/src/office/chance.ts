import { createHash } from "node:crypto"

/**
 * Chance that is the same for the same seed. Every question has a name, so that the answer depends on nothing that was
 * asked before it.
 */
export class Chance {
  readonly #seed: number

  constructor(seed: number) {
    this.#seed = seed
  }

  /**
   * @param about what is decided, e.g. "pace 18 so-tai-chinh"
   * @returns a number from 0 up to, but not including, 1
   */
  of(about: string): number {
    const digest = createHash("sha256").update(`${this.#seed}\n${about}`).digest()
    return digest.readUIntBE(0, 6) / 2 ** 48
  }

  /** A whole number from `least` to `most`, both included. */
  between(about: string, least: number, most: number): number {
    return least + Math.floor(this.of(about) * (most - least + 1))
  }

  /** One of several. */
  pick<T>(about: string, values: readonly [T, ...T[]]): T {
    return values[this.between(about, 0, values.length - 1)] ?? values[0]
  }
}
