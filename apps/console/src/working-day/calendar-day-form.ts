import { CalendarExceptionKind } from "../__generated__/graphql.ts"
import { chosenOf, neededDay, neededWords, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"

/** What is typed of a day off or worked, with the announcement that it is held against. */
export const calendarDayForm = z.object({
  day: neededDay,
  kind: chosenOf(Object.values(CalendarExceptionKind)),
  name: neededWords,
  number: neededWords,
  issuedOn: neededDay,
  issuer: neededWords,
  link: optionalWords,
  reason: optionalWords,
})

export type CalendarDayTyped = z.input<typeof calendarDayForm>

export const EMPTY_DAY: CalendarDayTyped = {
  day: "",
  kind: "OFF",
  name: "",
  number: "",
  issuedOn: "",
  issuer: "",
  link: "",
  reason: "",
}

/** As the graph takes it. */
export function dayOf({ number, issuedOn, issuer, link, ...day }: z.output<typeof calendarDayForm>) {
  return { ...day, document: { number, issuedOn, issuer, link } }
}
