import { BaseSequencer, type TestSpecification } from "vitest/node"

/** The files that take longest, as measured, the longest first; by the end of their paths. */
const LONGEST = [
  "status/status-twin.test.ts",
  "access/access.test.ts",
  "hostile/hostile.test.ts",
  "hostile/texts.test.ts",
  "simulation/src/simulate-year.test.ts",
  "api-guide/example-client.test.ts",
  "plan-import/src/import-plan.test.ts",
  "faults/faults.test.ts",
  "notifications/src/killed-worker.test.ts",
  "gateway/src/main.test.ts",
  "plan/src/cut-doubled-shuffled.test.ts",
  "agencies/src/change/agency-change.test.ts",
  "subgraph/src/new-subgraph.test.ts",
  "local/src/run-until-stopped.test.ts",
  "notifications/src/notifications.test.ts",
  "database/src/embedded/embedded-postgres.test.ts",
]

/** Begins with what takes longest: nothing long is left to run alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((path) => moduleId.endsWith(path))
  return place === -1 ? LONGEST.length : place
}
