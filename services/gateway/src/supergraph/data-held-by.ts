import { subgraphs } from "@plan43/subgraph-list"

/** @returns what people call the data of a subgraph; its technical name for one that is not of this repository */
export function dataHeldBy(subgraphName: string): string {
  return subgraphs.find(({ name }) => name === subgraphName)?.holds.vi ?? subgraphName
}
