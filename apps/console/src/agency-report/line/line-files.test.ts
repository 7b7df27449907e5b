import { expect, test } from "vitest"
import { attachedOf } from "../../evidence/attached-file.ts"
import { areAttached, filesFollowed } from "./line-files.ts"

const file = (id: string) => ({ id, name: `${id}.pdf`, size: 1 })
const unfinished = { key: "k", id: null, name: "c.pdf", size: 1 }
const ids = (files: readonly { id: string | null }[]) => files.map(({ id }) => id)

test("what another person attached is followed, what one is uploading stays", () => {
  const files = [...attachedOf([file("a")]), unfinished]
  expect(ids(filesFollowed(files, ["a"], [file("a"), file("b")]))).toEqual(["a", "b", null])
})

test("what one has taken off, or added and not sent yet, is not undone by the other's change", () => {
  const files = attachedOf([file("own")])
  expect(ids(filesFollowed(files, ["a"], [file("a"), file("b")]))).toEqual(["b", "own"])
})

test("what was attached by oneself keeps its place in the list", () => {
  const files = [{ key: "k", id: "a", name: "a.pdf", size: 1 }]
  expect(filesFollowed(files, [], [file("a")])).toEqual(files)
})

test("files are attached once all are uploaded, and the line has them as the field has", () => {
  expect(areAttached([], [])).toBe(true)
  expect(areAttached(attachedOf([file("a")]), [file("a")])).toBe(true)
  expect(areAttached([unfinished], [])).toBe(false)
  expect(areAttached([...attachedOf([file("a")]), unfinished], [file("a")])).toBe(false)
  expect(areAttached([{ ...unfinished, id: "c" }], [])).toBe(false)
  expect(areAttached([], [file("a")])).toBe(false)
})
