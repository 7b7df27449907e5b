import type { EntityManager } from "@mikro-orm/postgresql"
import {
  batched,
  connectionType,
  hasScope,
  type List,
  listBelow,
  OrderDirection,
  type PageRequest,
  parentId,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { REPORTS } from "../reading/readable.ts"
import { PUBLICATION_COLUMNS, Publication, PublicationWithdrawal } from "./publication.ts"
import type { PublishedContent } from "./published-content.ts"

export const PublicationConnection = connectionType("Publication", () => Publication)

/**
 * The versions that the public was shown of a round that the viewer has, the last first. That something was published, and
 * withdrawn, is public by its addresses.
 */
export const publicationsOfRound = listBelow(
  async (_ctx, page: PageRequest): Promise<List<Publication>> => ({
    entity: Publication,
    from: sql`publication p`,
    columns: sql.raw(PUBLICATION_COLUMNS),
    conditions: [sql`p.round_id = ${parentId}`],
    ordering: {
      name: "VERSION",
      direction: OrderDirection.DESC,
      keys: [
        { expression: sql`p.version`, type: "integer" },
        { expression: sql`p.id`, type: "uuid" },
      ],
    },
    page,
  }),
)

/** What became of versions, what they said, and who published them. */
export const fateOf = batched(async ({ em, viewer }, ids: readonly string[]): Promise<PublicationFate[]> => {
  const { rows } = await sql<
    Fate & { id: string; text: string | null }
  >`select p.id, p.published_by, w.reason, w.withdrawn_at, p.content::jsonb ->> 'text' as text, exists (
      select 1 from publication later where later.round_id = p.round_id and later.version > p.version) as superseded
    from publication p left join publication_withdrawal w on w.publication_id = p.id
    where p.id = any(${ids}::uuid[])`.execute(em.getKysely<unknown>())
  const found = new Map(rows.map((row) => [row.id, row]))
  const readsAll = hasScope(viewer, REPORTS.all)
  return ids.map((id) => {
    const row = found.get(id)
    return {
      superseded: row?.superseded ?? false,
      publishedBy: row?.published_by ?? null,
      text: readsAll || row?.reason == null ? (row?.text ?? null) : null,
      withdrawal: row === undefined ? null : withdrawalOf(row),
    }
  })
})

interface Fate {
  published_by: string
  reason: string | null
  withdrawn_at: string | null
  superseded: boolean
}

/** What became of a version. */
export interface PublicationFate {
  /** Whether a later version came. */
  superseded: boolean
  publishedBy: string | null
  /** What the City said of the round; null also where it was taken back, for whoever reads only what was published. */
  text: string | null
  withdrawal: PublicationWithdrawal | null
}

function withdrawalOf({
  reason,
  withdrawn_at,
}: Pick<Fate, "reason" | "withdrawn_at">): PublicationWithdrawal | null {
  if (reason === null || withdrawn_at === null) return null
  return Object.assign(new PublicationWithdrawal(), { reason, withdrawnAt: new Date(withdrawn_at) })
}

/** A version as its public page tells it, without what was shown. */
export interface StandingVersion {
  id: string
  address: string
  version: number
  note: string | null
  sha256: string
  publishedAt: Date
  withdrawal: PublicationWithdrawal | null
}

type VersionRow = Omit<StandingVersion, "publishedAt" | "withdrawal"> & {
  published_at: string
} & Pick<Fate, "reason" | "withdrawn_at">

const VERSION_COLUMNS = sql`p.id, p.address, p.version, p.note, p.sha256, p.published_at, w.reason, w.withdrawn_at`

function standingVersion({ published_at, reason, withdrawn_at, ...row }: VersionRow): StandingVersion {
  return { ...row, publishedAt: new Date(published_at), withdrawal: withdrawalOf({ reason, withdrawn_at }) }
}

/** The versions that were published at an address, the last first; none: nothing ever was. */
export async function versionsAt(em: EntityManager, address: string): Promise<StandingVersion[]> {
  const { rows } = await sql<VersionRow>`select ${VERSION_COLUMNS} from publication p
    left join publication_withdrawal w on w.publication_id = p.id
    where p.address = ${address} order by p.version desc`.execute(em.getKysely<unknown>())
  return rows.map(standingVersion)
}

/** What was shown in a version. */
export async function publishedContent(em: EntityManager, id: string): Promise<PublishedContent> {
  const { rows } = await sql<{ content: string }>`select content from publication where id = ${id}`.execute(
    em.getKysely<unknown>(),
  )
  return JSON.parse(rows[0]?.content ?? "") as PublishedContent
}

/** A round in the list of what was published: its last version. */
export interface PublishedRoundRow extends StandingVersion {
  name: string
  asOf: string
}

/** The last version of every round that was published, by the day up to which it tells, the latest first. */
export async function publishedRounds(em: EntityManager): Promise<PublishedRoundRow[]> {
  const { rows } = await sql<VersionRow & { name: string; as_of: string }>`
    select ${VERSION_COLUMNS}, p.content::jsonb -> 'round' ->> 'name' as name, p.content::jsonb ->> 'asOf' as as_of
    from publication p left join publication_withdrawal w on w.publication_id = p.id
    where not exists (select 1 from publication later where later.address = p.address and later.version > p.version)
    order by as_of desc, p.published_at desc, p.id`.execute(em.getKysely<unknown>())
  return rows.map(({ name, as_of, ...row }) => ({ ...standingVersion(row), name, asOf: as_of }))
}
