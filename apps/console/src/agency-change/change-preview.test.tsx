import { setupI18n } from "@lingui/core"
import { I18nProvider } from "@lingui/react"
import { HeadlessMantineProvider } from "@mantine/core"
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router"
import { cleanup, render, screen } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { messages } from "../language/catalogue/vi.po"
import { writeQuery } from "../shell/search-text.ts"
import type { ChangePreview } from "./ask-preview.ts"
import { NOTHING_CHOSEN } from "./change-form.ts"
import { PreviewedChange } from "./change-preview.tsx"

afterEach(cleanup)

const MERGED: ChangePreview = {
  userErrors: [],
  successors: [],
  moves: [
    {
      lastDay: "2025-12-31",
      agency: {
        id: "1",
        code: "so-du-lich",
        name: "Sở Du lịch",
        ledTasks: { totalCount: 5 },
        owedTasks: { totalCount: 12 },
        indicators: { totalCount: 3 },
        openObstacles: 0,
      },
      successors: [{ code: "so-khcn", name: "Sở Khoa học và Công nghệ" }],
    },
  ],
  joining: [],
  leaving: [],
  people: [],
}

test("each number of what moves leads to a list of just that work: inherited, and through groups", async () => {
  const page = createRootRoute({
    component: () => <PreviewedChange preview={MERGED} chosen={NOTHING_CHOSEN} choose={() => undefined} />,
  })
  const router = createRouter({
    routeTree: page,
    history: createMemoryHistory(),
    stringifySearch: writeQuery,
  })
  render(
    <I18nProvider i18n={setupI18n({ locale: "vi", messages: { vi: messages } })}>
      <HeadlessMantineProvider env="test">
        {/* The routes of the console are of no account here: only addresses are read */}
        <RouterProvider router={router as never} />
      </HeadlessMantineProvider>
    </I18nProvider>,
  )
  const addressOf = async (name: string) => (await screen.findByRole("link", { name })).getAttribute("href")
  expect(await addressOf("5 nhiệm vụ chủ trì")).toBe("/nhiem-vu?lead=so-du-lich&inherited=1")
  expect(await addressOf("12 nhiệm vụ chủ trì, kể cả qua nhóm")).toBe(
    "/nhiem-vu?lead=so-du-lich&throughGroups=1&inherited=1",
  )
  expect(await addressOf("3 chỉ tiêu")).toBe("/chi-tieu?lead=so-du-lich&inherited=1")
})
