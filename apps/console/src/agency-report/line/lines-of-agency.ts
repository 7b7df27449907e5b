import type { Line } from "./ask-lines.ts"

/**
 * Lines that an agency answered itself on the platform: the head who signed a paper has not approved them. Once anything was
 * returned only lines that were returned are open, and the others had been approved before.
 */
export function linesOfAgencyItself(
  lines: readonly Pick<Line, "id" | "answer" | "enteredBy" | "workbook" | "returnedFields">[],
): string[] {
  const returned = lines.some(({ returnedFields }) => returnedFields.length > 0)
  return lines
    .filter(
      ({ answer, enteredBy, workbook, returnedFields }) =>
        answer != null && enteredBy == null && workbook == null && (!returned || returnedFields.length > 0),
    )
    .map(({ id }) => id)
}
