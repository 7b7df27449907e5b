import { i18n } from "@lingui/core"
import { I18nProvider } from "@lingui/react"
import { HeadlessMantineProvider } from "@mantine/core"
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react"
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { messages } from "../language/catalogue/vi.po"
import { PrintButton, type PrintedList } from "./print-button.tsx"

const print = vi.fn()
const loadAll = vi.fn<() => Promise<boolean>>()

beforeAll(() => i18n.loadAndActivate({ locale: "vi", messages }))
beforeEach(() => {
  vi.stubGlobal("print", print)
  print.mockReset()
  loadAll.mockReset().mockResolvedValue(true)
})
afterEach(cleanup)

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

const awaited: PrintedList = { total: null, loading: true, loadingMore: false, hasMore: false, loadAll }
const arrived = { ...awaited, total: 250, loading: false, hasMore: true }

function show(list: PrintedList) {
  const page = (now: PrintedList) => (
    <I18nProvider i18n={i18n}>
      <HeadlessMantineProvider env="test">
        <PrintButton answer={now} />
      </HeadlessMantineProvider>
    </I18nProvider>
  )
  const { rerender } = render(page(list))
  return (now: PrintedList) =>
    act(async () => {
      rerender(page(now))
      await nextFrame()
    })
}

const press = () =>
  act(async () => void fireEvent.click(screen.getByRole("button", { name: "In danh sách" })))

test("pressed before the list has come, it waits for all of it", async () => {
  const become = show(awaited)
  await press()
  expect(loadAll).not.toHaveBeenCalled()
  await become(arrived)
  expect(loadAll).toHaveBeenCalledOnce()
  expect(print).not.toHaveBeenCalled()
  await become({ ...arrived, hasMore: false })
  await vi.waitFor(() => expect(print).toHaveBeenCalledOnce(), 10_000)
})

test("rows of the filter before are not printed for those of the new one", async () => {
  const become = show({ ...arrived, loading: true, hasMore: false })
  await press()
  expect(print).not.toHaveBeenCalled()
  await become({ ...arrived, hasMore: false })
  await vi.waitFor(() => expect(print).toHaveBeenCalledOnce(), 10_000)
})

test("what did not come whole is not printed", async () => {
  loadAll.mockResolvedValue(false)
  const become = show(arrived)
  await press()
  await become({ ...arrived, hasMore: false })
  expect(print).not.toHaveBeenCalled()
})

test("what did not come at all is not printed later by itself", async () => {
  const become = show(awaited)
  await press()
  await become({ ...awaited, loading: false })
  await become({ ...arrived, hasMore: false })
  expect(print).not.toHaveBeenCalled()
})
