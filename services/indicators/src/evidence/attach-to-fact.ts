import type { EntityManager } from "@mikro-orm/postgresql"
import { attachFiles } from "@plan43/evidence"
import type { RecordingContext } from "@plan43/subgraph"
import type { FactTable } from "../fact/fact-table.ts"
import type { RecordableIndicator } from "../indicator/recordable-indicator.ts"
import { readableFiles } from "./files-of-indicators.ts"

/** Attaches files to what is recorded about an indicator: see `attachFiles`; their input is `fileIds`. */
export function attachToFact(
  em: EntityManager,
  { viewer }: RecordingContext,
  table: FactTable,
  { code }: Pick<RecordableIndicator, "code">,
  fileIds: readonly string[] = [],
): Promise<string[]> {
  return attachFiles(em, viewer, fileIds, {
    field: "fileIds",
    owner: `${table} ${code}`,
    readable: readableFiles(viewer),
  })
}
