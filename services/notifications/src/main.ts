import { ConfigurationInvalid, runSubgraph } from "@plan43/subgraph"
import { readNotificationsSettings } from "./settings.ts"
import { notificationsSubgraph } from "./subgraph.ts"

try {
  await runSubgraph(notificationsSubgraph(readNotificationsSettings(process.env)))
} catch (error) {
  if (!(error instanceof ConfigurationInvalid)) throw error
  console.error(error.message)
  process.exitCode = 1
}
