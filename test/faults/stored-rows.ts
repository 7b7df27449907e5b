import type { RunningSystem } from "../running-system.ts"
import { superuserOf } from "../superuser.ts"

/** Rows of the embedded database of a running system, read past everything that stands before it. */
export async function rowsIn<Row extends object>(
  { dataDirectory }: Pick<RunningSystem, "dataDirectory">,
  statement: string,
): Promise<Row[]> {
  const client = await superuserOf(dataDirectory)
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}
