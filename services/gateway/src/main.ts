import { readConfiguration } from "./configuration.ts"
import { startGateway } from "./gateway.ts"

try {
  const configuration = readConfiguration(process.env)
  // Hive's logger reads this variable too, and refuses two of the levels that it may have here.
  delete process.env.LOG_LEVEL
  const gateway = await startGateway(configuration)
  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    await gateway.stop()
    process.exit(0)
  }
  process.on("SIGTERM", end)
  process.on("SIGINT", end)
  process.on("disconnect", end)
  process.send?.({ ready: true, url: gateway.url })
} catch (error) {
  console.error(`gateway: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
