import { createHash } from "node:crypto"
import type { Identity } from "@plan43/authorization"
import type pg from "pg"
import type { Logger } from "pino"
import { type Author, recordGatewayAudit } from "../audit/gateway-audit.ts"
import { inTransaction } from "../database/in-transaction.ts"
import { RequestRefused } from "../http/request-refused.ts"
import { personIdentity } from "../requester/person-identity.ts"
import type { Clock } from "../time/clock.ts"
import { KeptForAWhile } from "../time/kept-for-a-while.ts"
import { endOf, type Person, type Session } from "./session.ts"
import type { SessionIds } from "./session-ids.ts"
import {
  deleteEnded,
  deleteSession,
  deleteSessionsOf,
  type EndedByIssuer,
  findSession,
  insertSession,
  noteSeen,
} from "./session-store.ts"

/** How long this process believes what it read: a session that another process ended lives on for as long. */
const BELIEVED_MS = 15_000

/** How often at most it is written down that a session is in use, in milliseconds. */
const SEEN_EVERY_MS = 60_000

/** How often sessions that have ended are removed, in milliseconds. */
const SWEEP_MS = 600_000

export interface SessionsOptions {
  database: pg.Pool
  ids: SessionIds
  /** How long a session may go unused, in milliseconds. */
  idle: number
  /** How long a session lasts at most, in milliseconds. */
  longest: number
  now: Clock
  log: Logger
}

/** A person who has just signed in. */
export interface SignedIn {
  person: Person
  issuerSession: string | null
  idToken: string
}

/** The sessions of people in browsers, in the gateway's schema. */
export class Sessions {
  readonly #options: SessionsOptions
  readonly #read: KeptForAWhile<Session | null>
  readonly #sweep: NodeJS.Timeout

  constructor(options: SessionsOptions) {
    this.#options = options
    this.#read = new KeptForAWhile({ milliseconds: BELIEVED_MS, size: 20_000, now: options.now })
    this.#sweep = setInterval(() => this.#removeEnded(), SWEEP_MS).unref()
  }

  /**
   * Begins a session under an id that nobody knew before, and ends the one that the browser had.
   * @param formerId what the browser showed until now
   * @returns what it shows from now on
   */
  async begin(
    { person, issuerSession, idToken }: SignedIn,
    formerId: string | null,
    author: Author & { identity: Identity },
  ): Promise<string> {
    const { database, ids, longest, now } = this.#options
    const id = ids.make()
    const at = now()
    const session: Session = {
      idHash: hashOf(id),
      person,
      issuerSession,
      idToken,
      startedAt: at,
      lastSeenAt: at,
      endsAt: at + longest,
    }
    await inTransaction(database, async (transaction) => {
      if (formerId !== null) await deleteSession(transaction, hashOf(formerId))
      await insertSession(transaction, session)
      await recordGatewayAudit(transaction, author, {
        action: "sign-in.succeeded",
        entity: "person",
        entityId: person.subject,
        reason: null,
      })
    })
    if (formerId !== null) this.#read.forget(formerId)
    return id
  }

  /**
   * @returns null when it has ended, or never was
   * @throws RequestRefused (503) while the database does not answer: nobody becomes a stranger by that
   */
  async find(id: string): Promise<Session | null> {
    const session = await this.#read.of(id, () => this.#findSession(id))
    return session !== null && this.#options.now() < this.endOf(session) ? session : null
  }

  /** When a session ends if nothing more is asked in it, in milliseconds since 1970. */
  endOf(session: Session): number {
    return endOf(session, this.#options.idle)
  }

  /** Takes note that a session is in use; written down once in a while, behind the request's back. */
  noteUse(session: Session): void {
    const { database, idle, now, log } = this.#options
    const at = now()
    if (at - session.lastSeenAt < Math.min(SEEN_EVERY_MS, idle / 4)) return
    session.lastSeenAt = at
    noteSeen(database, session.idHash, at).catch((error) =>
      log.warn({ err: error }, "that a session is in use could not be written down"),
    )
  }

  /** Ends a session because the person wants it. */
  async end(id: string, session: Session, from: Origin): Promise<void> {
    await inTransaction(this.#options.database, async (transaction) => {
      const ended = await deleteSession(transaction, session.idHash)
      if (ended) await recordSignOut(transaction, ended.person, from, null)
    })
    this.#read.forget(id)
  }

  /** Ends sessions of one person because the issuer says so. */
  async endByIssuer(which: EndedByIssuer, from: Origin): Promise<void> {
    await inTransaction(this.#options.database, async (transaction) => {
      const [ended] = await deleteSessionsOf(transaction, which)
      if (ended) await recordSignOut(transaction, ended.person, from, "ended at the issuer")
    })
    this.#read.forgetAll()
  }

  close(): void {
    clearInterval(this.#sweep)
  }

  async #findSession(id: string): Promise<Session | null> {
    const { database, ids, log } = this.#options
    if (!ids.isOurs(id)) return null
    try {
      return await findSession(database, hashOf(id))
    } catch (error) {
      log.error({ err: error }, "sessions cannot be read")
      throw new RequestRefused(
        503,
        "SESSIONS_UNAVAILABLE",
        "Chưa kiểm tra được phiên đăng nhập; hãy thử lại sau ít phút",
        { "retry-after": "5" },
      )
    }
  }

  #removeEnded(): void {
    const { database, idle, now, log } = this.#options
    deleteEnded(database, { now: now(), idle }).catch((error) =>
      log.warn({ err: error }, "sessions that have ended could not be removed"),
    )
  }
}

function hashOf(id: string): Buffer {
  return createHash("sha256").update(id).digest()
}

/** From where, in which request. */
type Origin = Omit<Author, "identity">

async function recordSignOut(
  transaction: pg.PoolClient,
  person: Person,
  from: Origin,
  reason: string | null,
): Promise<void> {
  const identity = personIdentity(person, { role: person.claimedRole, agencyId: person.claimedAgencyId })
  await recordGatewayAudit(
    transaction,
    { ...from, identity },
    { action: "sign-out", entity: "person", entityId: person.subject, reason },
  )
}
