import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { isScope } from "@plan43/authorization"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { faultOfName, nextPort, readSubgraphs, subgraphs } from "./subgraph-list.ts"

const RIGHT = {
  port: 1,
  holds: { vi: "sách", en: "books" },
  fromPlan: false,
  tells: true,
  follows: true,
  readableWith: null,
  size: "small",
}

describe("the subgraphs of this repository", () => {
  test("keep the ports that they were given", () => {
    expect(subgraphs.slice(0, 6).map(({ name, port }) => [name, port])).toEqual([
      ["agencies", 1],
      ["tasks", 2],
      ["indicators", 3],
      ["cooperation", 4],
      ["access", 5],
      ["notifications", 6],
    ])
  })

  test("name scopes that there are", () => {
    const named = subgraphs.flatMap(({ readableWith }) => readableWith ?? [])
    expect(named.filter((scope) => !isScope(scope))).toEqual([])
  })
})

describe("a folder of services", () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "services-"))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const place = (name: string, said: unknown) => {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, "subgraph.json"), typeof said === "string" ? said : JSON.stringify(said))
  }
  const found = () => readSubgraphs(pathToFileURL(`${folder}/`))

  test("is read in the order of the ports, without services that are no subgraphs", () => {
    place("later", { ...RIGHT, port: 12 })
    place("earlier", { ...RIGHT, port: 11 })
    mkdirSync(join(folder, "gateway"))
    expect(found().map(({ name }) => name)).toEqual(["earlier", "later"])
    expect(nextPort(found())).toBe(13)
  })

  test("gives a first new subgraph the port behind all that a system has", () => {
    place("books", RIGHT)
    expect(nextPort(found())).toBe(11)
  })

  test.each([
    ["no JSON", "{", "is no JSON"],
    ["a port of nobody", { ...RIGHT, port: 0 }, "port must be a whole number above 0"],
    ["a port of the inbox", { ...RIGHT, port: 9 }, "port 9 is that of inbox"],
    ["no English name", { ...RIGHT, holds: { vi: "sách" } }, 'holds must be { "vi": …, "en": … }'],
    ["a word for a flag", { ...RIGHT, tells: "yes" }, "tells must be true or false"],
    ["a size of its own", { ...RIGHT, size: "huge" }, 'size must be "large" or "small"'],
    ["a field of its own", { ...RIGHT, colour: "red" }, "colour means nothing"],
  ])("is refused with %s", (_what, said, fault) => {
    place("books", said)
    expect(found).toThrow(fault)
  })

  test("is refused where two want one port", () => {
    place("books", RIGHT)
    place("records", RIGHT)
    expect(found).toThrow("services/records/subgraph.json: port 1 is that of books")
  })
})

describe("a name", () => {
  test.each(["reporting", "b2", "a".repeat(30)])("may be %s", (name) => expect(faultOfName(name)).toBeNull())

  test.each(["", "a", "Reporting", "báo", "two words", "two-words", "2nd", "../up", "a".repeat(31)])(
    "may not be “%s”",
    (name) => expect(faultOfName(name)).toContain("lower-case letters"),
  )

  test.each(["gateway", "identity", "import", "public", "pgboss"])("may not be %s, which is taken", (name) =>
    expect(faultOfName(name)).toContain("taken"),
  )
})
