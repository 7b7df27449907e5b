/** How far a number may be behind the highest: more than a gateway ever has under way. */
const SIZE = 8192

/**
 * Takes every number of a growing series once, also out of order, in constant memory: the anti-replay window of
 * RFC 4303, section 3.4.3. A number too far behind is refused, for nobody remembers whether it came.
 */
export class ReplayWindow {
  /** The number that was last taken at each place, by its remainder. */
  readonly #taken = new Float64Array(SIZE)
  #highest = 0

  /**
   * @param number a whole number from 1
   * @returns whether it comes for the first time
   */
  take(number: number): boolean {
    if (number < 1 || number <= this.#highest - SIZE) return false
    const place = number % SIZE
    if ((this.#taken[place] as number) >= number) return false
    this.#taken[place] = number
    this.#highest = Math.max(this.#highest, number)
    return true
  }
}
