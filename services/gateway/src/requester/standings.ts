import type { Logger } from "pino"
import type { Person } from "../session/session.ts"
import type { AskAsGateway } from "../subgraph/ask-as-gateway.ts"
import type { Clock } from "../time/clock.ts"
import { KeptForAWhile } from "../time/kept-for-a-while.ts"
import { NO_STANDING, type Standing } from "./person-identity.ts"

/** How long what the assignments said counts as said, in milliseconds. */
const BELIEVED_MS = 30_000

/** How long the last answer still counts while the assignments cannot be asked, in milliseconds. */
const WITHOUT_ANSWER_MS = 600_000

const SIZE = 20_000

const PERSON_STANDING = `query ($subject: String!, $email: String) {
  personStanding(subject: $subject, email: $email) { role agencyId }
}`

export interface StandingsOptions {
  ask: AskAsGateway
  now: Clock
  log: Logger
}

type Known = Pick<Person, "subject" | "email" | "claimedRole" | "claimedAgencyId">

/** What people are to the plan: what the issuer claims of them, else what their assignment in `agencies` says. */
export class Standings {
  readonly #options: StandingsOptions
  readonly #asked: KeptForAWhile<Standing>
  readonly #last: KeptForAWhile<Standing>

  constructor(options: StandingsOptions) {
    this.#options = options
    const { now } = options
    this.#asked = new KeptForAWhile({ milliseconds: BELIEVED_MS, size: SIZE, now })
    this.#last = new KeptForAWhile({ milliseconds: WITHOUT_ANSWER_MS, size: SIZE, now })
  }

  async of(person: Known): Promise<Standing> {
    if (person.claimedRole !== null) return { role: person.claimedRole, agencyId: person.claimedAgencyId }
    const key = JSON.stringify([person.subject, person.email])
    return this.#asked.of(key, () => this.#ask(key, person))
  }

  async #ask(key: string, { subject, email }: Known): Promise<Standing> {
    const { ask, log } = this.#options
    try {
      const { personStanding } = await ask<{ personStanding: Standing | null }>("agencies", PERSON_STANDING, {
        subject,
        email,
      })
      const standing = personStanding ?? NO_STANDING
      this.#last.forget(key)
      await this.#last.of(key, async () => standing)
      return standing
    } catch (error) {
      log.warn({ err: error }, "the assignments could not be asked what a person is to the plan")
      return this.#last.of(key, async () => NO_STANDING)
    }
  }
}
