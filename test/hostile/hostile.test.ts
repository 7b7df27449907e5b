import { describe } from "vitest"
import { anotherAgencyAttacks } from "./another-agency.ts"
import { attackedSystem, unharmed } from "./attacked-system.ts"
import { credentialAttacks } from "./credentials.ts"
import { requestAttacks } from "./requests.ts"
import { sessionAttacks } from "./sessions.ts"
import { sizeAttacks } from "./sizes.ts"

const attacked = attackedSystem()

describe("sizes", () => sizeAttacks(attacked))
describe("credentials", () => credentialAttacks(attacked))
describe("sessions", () => sessionAttacks(attacked))
describe("requests", () => requestAttacks(attacked))
describe("another agency", () => anotherAgencyAttacks(attacked))
unharmed(attacked)
