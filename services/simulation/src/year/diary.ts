import type { CalendarDate } from "@plan43/calendar"

/** What is to be done on which day; what falls on a day off is done on the next working day. */
export class Diary {
  readonly #entries: { day: CalendarDate; work: () => Promise<void> }[] = []

  enter(day: CalendarDate, work: () => Promise<void>): void {
    let at = this.#entries.length
    while (at > 0 && (this.#entries[at - 1] as { day: CalendarDate }).day > day) at -= 1
    this.#entries.splice(at, 0, { day, work })
  }

  /** Does what is due, in the order in which it became due; what is entered meanwhile for today, too. */
  async work(today: CalendarDate): Promise<void> {
    for (let next = this.#entries[0]; next !== undefined && next.day <= today; next = this.#entries[0]) {
      this.#entries.shift()
      await next.work()
    }
  }
}
