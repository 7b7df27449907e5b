import type { CalendarDate, Clock } from "@plan43/calendar"

/** A clock that goes from one working day to the next; within a day it stands at nine in the morning of Hanoi. */
export class MovingClock implements Clock {
  #now: Date

  constructor(day: CalendarDate) {
    this.#now = morningOf(day)
  }

  now(): Date {
    return new Date(this.#now)
  }

  moveTo(day: CalendarDate): void {
    this.#now = morningOf(day)
  }
}

function morningOf(day: CalendarDate): Date {
  return new Date(`${day}T09:00:00+07:00`)
}
