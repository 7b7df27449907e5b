import type { Adapter, AdapterPayload } from "oidc-provider"
import type pg from "pg"

/** Keeps what the provider must remember of one kind (sessions, codes, grants …) in PostgreSQL. */
export class PostgresAdapter implements Adapter {
  readonly #model: string
  readonly #database: Pick<pg.Pool, "query">

  /** @param model the provider's name of the kind, e.g. "AuthorizationCode" */
  constructor(model: string, database: Pick<pg.Pool, "query">) {
    this.#model = model
    this.#database = database
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    await this.#database.query(
      `insert into provider_record (model, id, payload, grant_id, uid, expires_at)
       values ($1, $2, $3, $4, $5, now() + $6 * interval '1 second')
       on conflict (model, id) do update set payload = excluded.payload, grant_id = excluded.grant_id,
         uid = excluded.uid, expires_at = excluded.expires_at`,
      [
        this.#model,
        id,
        JSON.stringify(payload),
        payload.grantId ?? null,
        payload.uid ?? null,
        expiresIn ?? null,
      ],
    )
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.#findBy("id", id)
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findBy("uid", uid)
  }

  /** Belongs to the device flow, which is off. */
  async findByUserCode(): Promise<undefined> {
    return undefined
  }

  async consume(id: string): Promise<void> {
    await this.#database.query(
      `update provider_record
       set payload = payload || jsonb_build_object('consumed', floor(extract(epoch from now()))::bigint)
       where model = $1 and id = $2`,
      [this.#model, id],
    )
  }

  async destroy(id: string): Promise<void> {
    await this.#database.query("delete from provider_record where model = $1 and id = $2", [this.#model, id])
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.#database.query("delete from provider_record where grant_id = $1", [grantId])
  }

  async #findBy(column: "id" | "uid", value: string): Promise<AdapterPayload | undefined> {
    const { rows } = await this.#database.query<{ payload: AdapterPayload }>(
      `select payload from provider_record
       where model = $1 and ${column} = $2 and (expires_at is null or expires_at > now())`,
      [this.#model, value],
    )
    return rows[0]?.payload
  }
}

/** Removes what has run out. */
export async function removeExpired(database: Pick<pg.Pool, "query">): Promise<void> {
  await database.query("delete from provider_record where expires_at <= now()")
}
