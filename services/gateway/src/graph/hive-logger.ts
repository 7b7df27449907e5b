import { type Attributes, Logger as HiveLogger, type LogWriter } from "@graphql-hive/gateway-runtime"
import type { Logger } from "pino"

/** Hive's messages in the gateway's own log, one level lower: what it reports as news is detail here. */
export function hiveLogger(log: Logger): HiveLogger {
  const hive = log.child({ from: "hive" })
  const writer: LogWriter = {
    write(level, attributes: Attributes | null | undefined, message) {
      const at = level === "info" ? "debug" : level
      hive[at]({ attributes }, message ?? "")
    },
  }
  return new HiveLogger({ level: hive.isLevelEnabled("debug") ? "debug" : "warn", writers: [writer] })
}
