import type { SearchField } from "./search-model.ts"

/** By what a register is ordered. */
export interface Sort<Field extends string> {
  field: Field
  direction: "ASC" | "DESC"
}

/** A sort in an address: the field's name, with "-" before it for descending. */
export function sortBy<Field extends string>(fields: readonly Field[]): SearchField<Sort<Field>> {
  return {
    read(text) {
      const field = fields.find((each) => each === text.replace(/^-/, ""))
      if (field === undefined) return { ignored: [text] }
      return { value: { field, direction: text.startsWith("-") ? "DESC" : "ASC" }, ignored: [] }
    },
    write: ({ field, direction }) => (direction === "DESC" ? `-${field}` : field),
  }
}

/** The order that a column's heading asks for next: ascending first, then the other way round. */
export function nextSort<Field extends string>(current: Sort<Field> | undefined, field: Field): Sort<Field> {
  return { field, direction: current?.field === field && current.direction === "ASC" ? "DESC" : "ASC" }
}
