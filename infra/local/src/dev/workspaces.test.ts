import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { SUBGRAPHS } from "../system/programs.ts"
import { isAffected, readWorkspaces } from "./workspaces.ts"

const workspaces = await readWorkspaces(fileURLToPath(new URL("../../../../", import.meta.url)))
const affectedBy = (...changed: string[]) =>
  [...SUBGRAPHS, "gateway"].filter((service) =>
    isAffected(`@plan43/${service}`, new Set(changed.map((name) => `@plan43/${name}`)), workspaces),
  )

describe("a change of source", () => {
  test("of one service affects that service alone", () => {
    expect(affectedBy("tasks")).toEqual(["tasks"])
    expect(affectedBy("gateway")).toEqual(["gateway"])
  })

  test("of what all subgraphs are made with affects them, directly or not, and not the gateway", () => {
    expect(affectedBy("subgraph")).toEqual(SUBGRAPHS)
  })

  test("affects whoever depends on it at any distance", () => {
    expect(affectedBy("calendar")).toEqual([...SUBGRAPHS, "gateway"])
  })

  test("of several affects what any of them affects", () => {
    expect(affectedBy("agencies", "gateway")).toEqual(["agencies", "gateway"])
  })

  test("ends where workspaces depend on each other", () => {
    const circle = new Map([
      ["a", { folder: "", dependencies: ["b"] }],
      ["b", { folder: "", dependencies: ["a"] }],
    ])
    expect(isAffected("a", new Set(["c"]), circle)).toBe(false)
  })
})
