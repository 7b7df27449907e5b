import { sql } from "kysely"

/** What changes point to by its identifier: the agencies and the files that are named. */
export const AGENCIES_AND_FILES = sql`select id, name from agency_reference union all select id, name from evidence_file`
