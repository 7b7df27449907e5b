import { type AgencyRegister, agencyRegister, resolveAgencyCell } from "@plan43/agency-register"
import type { PublishedPlan } from "@plan43/plan"

/** A piece of a cell that names no agency of the register. */
export interface UnresolvedAgency {
  /** As printed. */
  text: string
  /** Where, in words, e.g. "nhiệm vụ 45, ô “Cơ quan chủ trì”". */
  place: string
}

/** Every name that could not be resolved, with its cell; none is dropped. */
export function unresolvedAgencies(
  plan: PublishedPlan,
  register: AgencyRegister = agencyRegister,
): UnresolvedAgency[] {
  const cells = [
    ...plan.tasks.flatMap((task) => [
      { cell: task.leadText, place: `nhiệm vụ ${task.code}, ô “Cơ quan chủ trì”` },
      { cell: task.coordinatorText, place: `nhiệm vụ ${task.code}, ô “Cơ quan phối hợp”` },
    ]),
    ...plan.indicators.map((indicator) => ({
      cell: indicator.leadText,
      place: `chỉ tiêu ${indicator.code}, ô “Cơ quan chủ trì theo dõi, đánh giá”`,
    })),
  ]
  return cells.flatMap(({ cell, place }) =>
    resolveAgencyCell(cell, register).flatMap(({ text, agencyCode }) =>
      agencyCode === null ? [{ text, place }] : [],
    ),
  )
}
