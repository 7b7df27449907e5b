import type { Subgraph } from "@plan43/subgraph-list"
import { describe, expect, test } from "vitest"
import { readWishes, WishesInvalid } from "./wishes.ts"

const tasks = { name: "tasks" } as Subgraph
const read = (...args: string[]) => readWishes(args, [tasks], new Set(["Task", "Round"]))

describe("what a new subgraph is to be", () => {
  test("may be said with its name alone", () => {
    expect(read("library")).toMatchObject({
      name: "library",
      holds: { vi: "dữ liệu library", en: "library" },
      entity: { Entity: "LibraryRecord", table: "library_record" },
      thing: "mục",
      scope: "progress",
    })
  })

  test("is said in full", () => {
    expect(
      read(
        "library",
        "--entity",
        "book",
        "--thing",
        "cuốn sách",
        "--holds",
        "thư viện",
        "--holds-en",
        "books",
      ),
    ).toMatchObject({
      holds: { vi: "thư viện", en: "books" },
      entity: { entities: "books" },
      thing: "cuốn sách",
    })
  })

  test.each([
    [[], "one name is needed"],
    [["one", "two"], "one name is needed"],
    [["Library"], "lower-case letters"],
    [["tasks"], "there is a subgraph tasks already"],
    [["gateway"], "taken by another part"],
    [["library", "--colour", "red"], "Unknown option '--colour'"],
    [["library", "--entity", "Book"], "--entity Book must be lower-case words"],
    [["library", "--entity", "round"], "the graph has a type Round already"],
    [["library", "--entity", "sheep", "--plural", "sheep"], "must differ"],
    [["library", "--scope", "books"], "there is no scope books:read"],
    [["library", "--thing", 'sách", process.exit()'], "must be words"],
  ])("is refused as %j", (args, why) => {
    expect(() => read(...args)).toThrow(WishesInvalid)
    expect(() => read(...args)).toThrow(why)
  })

  test("has every fault told at once", () => {
    expect(() => read("Library", "--entity", "Book", "--scope", "books")).toThrow(
      /lower-case letters[\s\S]*lower-case words[\s\S]*books:read[\s\S]*books:write/,
    )
  })
})
