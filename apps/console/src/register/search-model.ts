/** What the text of one search parameter means. */
export interface Reading<T> {
  /** Absent where nothing in the text could be understood. */
  value?: T
  /** The pieces that mean nothing here. */
  ignored: string[]
}

/** How one search parameter is read from an address and written to it. */
export interface SearchField<T> {
  read(text: string): Reading<T>
  write(value: T): string
}

/** Free words. */
export const words: SearchField<string> = {
  read: (text) => (text.trim() === "" ? { ignored: [] } : { value: text, ignored: [] }),
  write: (value) => value,
}

/** Several of a closed list of values, separated by commas. */
export function someOf<T extends string>(values: readonly T[]): SearchField<T[]> {
  return {
    read(text) {
      const given = piecesOf(text)
      const known = values.filter((value) => given.includes(value))
      const ignored = given.filter((piece) => !values.some((value) => value === piece))
      return known.length === 0 ? { ignored } : { value: known, ignored }
    },
    write: (value) => value.join(","),
  }
}

/** One of a closed list of values. */
export function oneOf<T extends string>(values: readonly T[]): SearchField<T> {
  return {
    read(text) {
      const value = values.find((each) => each === text)
      return value === undefined ? { ignored: [text] } : { value, ignored: [] }
    },
    write: (value) => value,
  }
}

const REFERENCE = /^[\w-]{1,80}$/

/** Codes or identifiers of an open list, separated by commas; whether they exist only the graph can tell. */
export const references: SearchField<string[]> = {
  read(text) {
    const given = piecesOf(text)
    const value = given.filter((piece) => REFERENCE.test(piece))
    const ignored = given.filter((piece) => !REFERENCE.test(piece))
    return value.length === 0 ? { ignored } : { value, ignored }
  },
  write: (value) => value.join(","),
}

/** A calendar date, "YYYY-MM-DD". */
export const day: SearchField<string> = {
  read: (text) => (isCalendarDate(text) ? { value: text, ignored: [] } : { ignored: [text] }),
  write: (value) => value,
}

/** On or absent. */
export const yes: SearchField<true> = {
  read: (text) => (text === "1" ? { value: true, ignored: [] } : { ignored: [text] }),
  write: () => "1",
}

function piecesOf(text: string): string[] {
  return [...new Set(text.split(",").map((piece) => piece.trim()))].filter((piece) => piece !== "")
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const read = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text)
}

type Fields = Record<string, SearchField<unknown>>

/** The understood values of a search. */
export type ValuesOf<F extends Fields> = { [K in keyof F]?: F[K] extends SearchField<infer T> ? T : never }
/** The same as the address holds it. */
export type SearchOf<F extends Fields> = { [K in keyof F]?: string }

/** A piece of an address that means nothing here, and the parameter it was given for. */
export interface IgnoredValue<F extends Fields = Fields> {
  parameter: keyof F & string
  text: string
}

/** What the search of a screen may hold. */
export interface SearchModel<F extends Fields> {
  /** Keeps the known parameters of an address, as texts. */
  known(search: Record<string, unknown>): SearchOf<F>
  /** Understands them; what cannot be understood is reported, never guessed. */
  read(search: SearchOf<F>): { values: ValuesOf<F>; ignored: IgnoredValue<F>[] }
  /** The address's form of values, for links. */
  write(values: ValuesOf<F>): SearchOf<F>
}

export function searchModel<F extends Fields>(fields: F): SearchModel<F> {
  const names = Object.keys(fields) as (keyof F & string)[]
  return {
    known(search) {
      const texts = names.map((name) => [name, search[name]]).filter(([, text]) => typeof text === "string")
      return Object.fromEntries(texts)
    },
    read(search) {
      const values: Record<string, unknown> = {}
      const ignored: IgnoredValue<F>[] = []
      for (const name of names) {
        const text = search[name]
        if (text === undefined || text === "") continue
        const reading = (fields[name] as SearchField<unknown>).read(text)
        if (reading.value !== undefined) values[name] = reading.value
        ignored.push(...reading.ignored.map((piece) => ({ parameter: name, text: piece })))
      }
      return { values: values as ValuesOf<F>, ignored }
    },
    write(values) {
      const given = names.filter((name) => values[name] !== undefined)
      const texts = given.map((name) => [name, (fields[name] as SearchField<unknown>).write(values[name])])
      return Object.fromEntries(texts.filter(([, text]) => text !== ""))
    },
  }
}

/** The understood values of a model. */
export type ValuesOfSearch<Model> = Model extends SearchModel<infer F> ? ValuesOf<F> : never
