import { i18n } from "@lingui/core"
import { I18nProvider } from "@lingui/react"
import { HeadlessMantineProvider } from "@mantine/core"
import { cleanup, fireEvent, render, screen } from "@testing-library/react"
import { afterEach, beforeAll, expect, test, vi } from "vitest"
import { messages } from "../language/catalogue/vi.po"
import { Answered } from "./answered.tsx"
import type { Answer } from "./ask-graph.ts"
import type { Failure } from "./failure.ts"

beforeAll(() => i18n.loadAndActivate({ locale: "vi", messages }))
afterEach(cleanup)

function show(answer: Partial<Answer<string>>) {
  const whole: Answer<string> = {
    data: undefined,
    loading: false,
    failure: null,
    retry: vi.fn(),
    readAgain: vi.fn(),
    ...answer,
  }
  render(
    <I18nProvider i18n={i18n}>
      <HeadlessMantineProvider env="test">
        <Answered answer={whole} waiting="đang chờ">
          {(data) => <p>{data}</p>}
        </Answered>
      </HeadlessMantineProvider>
    </I18nProvider>,
  )
  return whole
}

const agenciesMissing: Failure = {
  kind: "MISSING_PARTS",
  missing: ["agencies"],
  roles: [],
  message: null,
  requestId: "r-7",
}

test("what has arrived stays beside the notice of what is missing", () => {
  show({ data: "49 nhiệm vụ", failure: agenciesMissing })
  expect(screen.getByText("49 nhiệm vụ")).toBeDefined()
  expect(screen.getByText("Phần dữ liệu cơ quan, đơn vị tạm thời không truy cập được")).toBeDefined()
  expect(screen.getByText("r-7")).toBeDefined()
})

test("with nothing there, the reader can ask again", () => {
  const { retry } = show({ failure: agenciesMissing })
  fireEvent.click(screen.getByRole("button", { name: "Thử lại" }))
  expect(retry).toHaveBeenCalledOnce()
})

test("before anything has arrived, the outline of the page waits", () => {
  show({ loading: true })
  expect(screen.getByText("đang chờ")).toBeDefined()
})
