import type { CalendarDate, Clock } from "@plan43/calendar"

/** How long each deed takes, in milliseconds. */
const DEED_MS = 60_000

/** A clock that goes from one working day to the next; a day begins at eight in the morning of Hanoi and ends at five. */
export class MovingClock implements Clock {
  #now: Date
  #evening: Date

  constructor(day: CalendarDate) {
    this.#now = at(day, "08:00:00")
    this.#evening = at(day, "17:00:00")
  }

  now(): Date {
    return new Date(this.#now)
  }

  moveTo(day: CalendarDate): void {
    this.#now = at(day, "08:00:00")
    this.#evening = at(day, "17:00:00")
  }

  /** A deed takes its time; a day with too many of them ends with all that is left. */
  pass(): void {
    this.#now = new Date(Math.min(this.#now.getTime() + DEED_MS, this.#evening.getTime()))
  }
}

function at(day: CalendarDate, time: string): Date {
  return new Date(`${day}T${time}+07:00`)
}
