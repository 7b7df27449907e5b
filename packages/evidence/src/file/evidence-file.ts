import { batched, DateTimeScalar, inOrder, type RequestContext } from "@plan43/subgraph"
import { sql } from "kysely"
import { Directive, Field, ID, Int, ObjectType } from "type-graphql"

/** A file that proves what somebody recorded. */
@Directive("@shareable")
@ObjectType("EvidenceFile", {
  simpleResolvers: true,
  description: "A file that proves what somebody recorded; who may read the record may fetch it",
})
export class EvidenceFile {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: "As it was uploaded, without what no file system takes" })
  name!: string

  @Field(() => String, { description: "What it is by its content, e.g. application/pdf" })
  mediaType!: string

  @Field(() => Int, { description: "In bytes" })
  size!: number

  @Field(() => String, { description: "Of its content, in hexadecimal" })
  sha256!: string

  @Field(() => DateTimeScalar)
  uploadedAt!: Date

  @Field(() => String, { nullable: true, description: "Who uploaded it; not told to the public" })
  uploadedBy!: string | null

  @Field(() => String, { description: "Where it is fetched, on this origin" })
  url!: string
}

/**
 * Makes what reads the files that rows point to, in the order of the pointers, in one statement for all rows that are
 * wanted at the same time. Whoever may read a row may read its files.
 * @param subgraph whose files they are, e.g. "tasks"
 */
export function evidenceFiles(
  subgraph: string,
): (ctx: RequestContext, ids: readonly string[]) => Promise<EvidenceFile[]> {
  const one = fileById(subgraph)
  return async (ctx, ids) => {
    const files = await Promise.all(ids.map((id) => one(ctx, id)))
    return files.filter((file) => file !== null)
  }
}

function fileById(subgraph: string) {
  return batched(async (ctx, ids: readonly string[]) => {
    // A timestamp that no entity maps comes as PostgreSQL writes it
    const { rows } = await sql<Omit<EvidenceFile, "uploadedAt"> & { uploadedAt: string }>`
      select id, name, media_type as "mediaType", size::int, sha256, created_at as "uploadedAt",
        ${ctx.viewer === null ? null : sql`coalesce(uploaded_by_name, uploaded_by)`} as "uploadedBy",
        ${`/files/${subgraph}/`}::text || id as url
      from evidence_file where id = any(${ids}::uuid[]) and state = 'READY'`.execute(
      ctx.em.getKysely<unknown>(),
    )
    const files = rows.map((row): EvidenceFile => ({ ...row, uploadedAt: new Date(row.uploadedAt) }))
    return inOrder(ids, files, ({ id }) => id)
  })
}
