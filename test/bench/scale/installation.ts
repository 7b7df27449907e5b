import { type RunningSystem, startSystem } from "../../running-system.ts"
import { type SignedIn, signedInAs } from "../../signed-in.ts"
import { superuserOf } from "../../superuser.ts"
import { makePlans } from "./many-plans.ts"

/** A system that runs on so many plans, and a coordinator who asks it. */
export interface Installation {
  tasks: number
  observations: number
  coordinator: SignedIn
  system: RunningSystem
}

/** What an installation holds. */
export interface Size {
  /** How many plans there are besides the real one. */
  copies: number
  /** A folder that is kept; where it holds plans already, those stay as they are. */
  dataDirectory?: string | undefined
}

/** Starts a system and fills it. */
export async function installationWith({ copies, dataDirectory }: Size): Promise<Installation> {
  const system = await startSystem({
    environment: { RATE_PERSON: "1000000" },
    ...(dataDirectory !== undefined && { dataDirectory }),
  })
  const connection = await superuserOf(system.dataDirectory)
  try {
    const countOf = async (table: string) =>
      Number((await connection.query<{ count: string }>(`select count(*) from ${table}`)).rows[0]?.count)
    if ((await countOf("indicators.observation")) === 0)
      await makePlans(connection, copies, (done) => console.log(done))
    return {
      system,
      tasks: await countOf("tasks.task"),
      observations: await countOf("indicators.observation"),
      coordinator: await signedInAs("dieu-phoi", system),
    }
  } catch (error) {
    await system.stop()
    throw error
  } finally {
    await connection.end()
  }
}
