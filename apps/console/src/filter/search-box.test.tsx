import { setupI18n } from "@lingui/core"
import { I18nProvider } from "@lingui/react"
import { MantineProvider } from "@mantine/core"
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { messages } from "../language/catalogue/vi.po"
import { SearchBox } from "./search-box.tsx"

const i18n = setupI18n({ locale: "vi", messages: { vi: messages } })
const searches: string[] = []
const box = (value: string) => (
  <I18nProvider i18n={i18n}>
    <MantineProvider env="test">
      <SearchBox label="Tìm" placeholder="" value={value} onChange={(next) => searches.push(next)} />
    </MantineProvider>
  </I18nProvider>
)
const type = (value: string) => fireEvent.change(screen.getByRole("searchbox"), { target: { value } })
const pause = () => act(() => vi.advanceTimersByTime(300))
const inBox = () => screen.getByRole<HTMLInputElement>("searchbox").value

beforeEach(() => {
  searches.length = 0
  vi.useFakeTimers()
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test("what is typed while the address is still on its way stays, and is searched for next", () => {
  const { rerender } = render(box(""))
  type("85b")
  pause()
  expect(searches).toEqual(["85b"])
  expect(inBox()).toBe("85b")
  type("85b an")
  rerender(box("85b"))
  expect(inBox()).toBe("85b an")
  pause()
  expect(searches).toEqual(["85b", "85b an"])
})

test("a space at the end stays although the address has none", () => {
  const { rerender } = render(box(""))
  type("an ")
  pause()
  rerender(box("an"))
  expect(inBox()).toBe("an ")
})

test("an address that comes from elsewhere is shown", () => {
  const { rerender } = render(box("an toàn"))
  rerender(box(""))
  expect(inBox()).toBe("")
})
