import type { AgencyRegister } from "./agency-record.ts"
import { departments, equivalentBodies, otherBodies } from "./register/bodies.ts"
import { communeCommittees } from "./register/communes.ts"
import { districtCommittees } from "./register/districts.ts"
import { groups, memberships } from "./register/groups.ts"
import { successions } from "./register/successions.ts"

/** The agencies of the plan, as this release of the project knows them. */
export const agencyRegister: AgencyRegister = {
  agencies: [
    ...departments,
    ...equivalentBodies,
    ...otherBodies,
    ...districtCommittees,
    ...communeCommittees,
    ...groups,
  ],
  successions,
  memberships,
}
