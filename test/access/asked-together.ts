import { setImmediate } from "node:timers/promises"
import type { Answer } from "@plan43/subgraph/testing"
import { type End, objectsAt, type Road } from "./road.ts"

type Told = Answer<Record<string, unknown>>

/** Fields that are waiting to be asked for, all at the end of one road. */
interface Batch {
  ends: Map<string, End>
  answer: Promise<Told>
}

/**
 * Asks at once for all fields that are wanted in the same turn of the event loop at the end of the same road: a walk that
 * asks for each by itself takes many times as long.
 */
export class AskedTogether {
  readonly #batches = new Map<Road, Map<string, Batch>>()

  /**
   * @param key tells apart what must not be asked for together although the road is the same: requesters, identifiers
   * @returns what is answered to this field, without the errors of the others
   */
  async answerTo(
    road: Road,
    key: string,
    end: End,
    ask: (ends: readonly End[]) => Promise<Told>,
  ): Promise<Told> {
    const batch = this.#batchOf(road, key, ask)
    batch.ends.set(end.field.name, end)
    const { data, errors = [] } = await batch.answer
    const own = errors.filter(({ path }) => !isAnothers(road, end.field.name, path))
    // What must not be null takes all others along when it is refused: whether they were refused too is not said
    if (own.length === 0 && errors.length > 0 && objectsAt(road, data).length === 0) return ask([end])
    return own.length === 0 ? { data } : { data, errors: own }
  }

  #batchOf(road: Road, key: string, ask: (ends: readonly End[]) => Promise<Told>): Batch {
    const ofRoad = this.#batches.get(road) ?? new Map<string, Batch>()
    this.#batches.set(road, ofRoad)
    const open = ofRoad.get(key)
    if (open !== undefined) return open
    const ends = new Map<string, End>()
    const answer = setImmediate().then(() => {
      ofRoad.delete(key)
      return ask([...ends.values()])
    })
    const batch = { ends, answer }
    ofRoad.set(key, batch)
    return batch
  }
}

/** Whether an error is that of another field at the end of the road; one on the way there is everybody's. */
function isAnothers({ root, steps }: Road, field: string, path: readonly (string | number)[] = []): boolean {
  const names = path.filter((step) => typeof step === "string")
  const length = steps.length + (typeof root === "object" ? 1 : 0)
  return names.length > length && names[length] !== field
}
