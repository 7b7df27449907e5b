import { env } from "node:process"
import { superuserOf } from "../superuser.ts"

/** Runs one statement in the embedded database of the running system, as its superuser. */
export async function inDatabase(statement: string, values: readonly unknown[]): Promise<number | null> {
  const folder = env.E2E_DATA_DIRECTORY
  if (folder === undefined) throw new Error("E2E_DATA_DIRECTORY must name the data of the system at E2E_URL")
  const client = await superuserOf(folder)
  try {
    return (await client.query(statement, [...values])).rowCount
  } finally {
    await client.end()
  }
}
