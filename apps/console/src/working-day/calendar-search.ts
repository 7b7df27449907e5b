import { type SearchField, searchModel } from "../register/search-model.ts"

/** A year of four digits. */
const year: SearchField<number> = {
  read: (text) => (/^[1-9]\d{3}$/.test(text) ? { value: Number(text), ignored: [] } : { ignored: [text] }),
  write: (value) => String(value),
}

/** What the address of the calendar of offices may hold: the year that is shown. */
export const calendarSearch = searchModel({ year })
