import { t } from "@lingui/core/macro"
import { AGENCY_ROLES, ROLES } from "@plan43/authorization/role"
import {
  chosenOf,
  neededDay,
  neededWords,
  optionalDay,
  optionalPick,
  optionalWords,
} from "../form/written.ts"
import { z } from "../form/zod.ts"

/** What is typed about an assignment, read into what is sent. */
export const assignmentForm = z
  .object({
    name: neededWords,
    email: optionalWords,
    subject: optionalWords,
    role: chosenOf(ROLES),
    agencyId: optionalPick,
    validFrom: neededDay,
    validTo: optionalDay,
    note: optionalWords,
    reason: optionalWords,
  })
  .refine(({ email, subject }) => email !== null || subject !== null, {
    path: ["email"],
    error: () => t`Hãy ghi thư điện tử hoặc mã người dùng`,
  })

export type AssignmentTyped = z.input<typeof assignmentForm>

export const EMPTY_ASSIGNMENT: AssignmentTyped = {
  name: "",
  email: "",
  subject: "",
  role: "",
  agencyId: null,
  validFrom: "",
  validTo: "",
  note: "",
  reason: "",
}

/** What is sent: an agency that was picked for another role before is none of this one's. */
export function sentOf(read: z.output<typeof assignmentForm>): z.output<typeof assignmentForm> {
  return AGENCY_ROLES.includes(read.role) ? read : { ...read, agencyId: null }
}
