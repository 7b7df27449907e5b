/** A value that is another than before, as text; null where there was or is none. */
export interface ChangedValue {
  /** The column, e.g. "valid_to". */
  field: string
  before: string | null
  after: string | null
}

/** What the keeping of a row needs and tells nobody anything. */
const KEPT_FOR_KEEPING = new Set(["id", "version", "created_at", "updated_at", "search_text"])

/**
 * What differs between a row as it was and as it is, in the order of its columns.
 * @param names what identifiers stand for; one that is not there is shown as it is
 */
export function valuesChanged(
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>> | null,
  names: Readonly<Record<string, string>>,
): ChangedValue[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...fields]
    .filter((field) => !KEPT_FOR_KEEPING.has(field))
    .map((field) => ({
      field,
      before: asText(before?.[field], names),
      after: asText(after?.[field], names),
    }))
    .filter((value) => value.before !== value.after)
}

function asText(value: unknown, names: Readonly<Record<string, string>>): string | null {
  if (value == null || value === "") return null
  if (Array.isArray(value)) {
    const items = value.map((item) => asText(item, names)).filter((item) => item !== null)
    return items.length === 0 ? null : items.join("; ")
  }
  if (typeof value === "string") return names[value] ?? value
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}
