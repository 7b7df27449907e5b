import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client"
import { ApolloProvider } from "@apollo/client/react"
import { setupI18n } from "@lingui/core"
import { I18nProvider } from "@lingui/react"
import { MantineProvider } from "@mantine/core"
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router"
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react"
import { Observable } from "rxjs"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { lists } from "../graph/lists.ts"
import { messages } from "../language/catalogue/vi.po"
import { AgenciesToRemind } from "./agencies-to-remind.tsx"
import { Escalated } from "./escalated.tsx"

const i18n = setupI18n({ locale: "vi", messages: { vi: messages } })

/** What the graph answers an operation; where it throws, no answer arrives. */
type Answering = (operation: string, variables: Record<string, unknown>) => Record<string, unknown>

function open(panel: () => React.ReactNode, answering: Answering) {
  const client = new ApolloClient({
    cache: new InMemoryCache({ typePolicies: lists }),
    link: new ApolloLink(
      ({ operationName = "", variables }) =>
        new Observable((observer) => {
          try {
            observer.next({ data: answering(operationName, variables) })
            observer.complete()
          } catch (error) {
            observer.error(error)
          }
        }),
    ),
  })
  const router = createRouter({
    routeTree: createRootRoute({ component: panel }),
    history: createMemoryHistory(),
  })
  render(
    <I18nProvider i18n={i18n}>
      <MantineProvider env="test">
        <ApolloProvider client={client}>
          <RouterProvider router={router as never} />
        </ApolloProvider>
      </MantineProvider>
    </I18nProvider>,
  )
}

const agency = (code: string) => ({ __typename: "Agency", id: code, code, name: code })

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test("what was escalated is shown to the last row", async () => {
  const row = (code: string) => ({
    node: {
      __typename: "TaskObligation",
      id: code,
      status: "OVERDUE",
      reminderCount: 3,
      agency: agency("so-khcn"),
      task: { __typename: "Task", id: code, code, title: "Việc" },
    },
  })
  open(Escalated, (_operation, { after }) => ({
    escalatedObligations: {
      __typename: "TaskObligationConnection",
      totalCount: 2,
      pageInfo: { __typename: "PageInfo", hasNextPage: after == null, endCursor: after == null ? "1" : null },
      edges: [row(after == null ? "7" : "8")],
    },
  }))
  await screen.findByRole("link", { name: "7. Việc" })
  expect(screen.queryByRole("link", { name: "8. Việc" })).toBeNull()
  fireEvent.click(screen.getByRole("button", { name: "Tải thêm" }))
  await screen.findByRole("link", { name: "8. Việc" })
  expect(screen.queryByRole("link", { name: "7. Việc" })).not.toBeNull()
  expect(screen.queryByRole("button", { name: "Tải thêm" })).toBeNull()
})

test("agencies to which no letter was drafted for want of an answer stay chosen, and are drafted to again", async () => {
  let reachable = true
  const drafted: string[] = []
  open(AgenciesToRemind, (operation, variables) => {
    if (operation === "AgenciesToRemind")
      return {
        agenciesToRemind: {
          __typename: "AgencyToRemindConnection",
          totalCount: 2,
          pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
          edges: ["so-a", "so-b"].map((code) => ({
            node: { __typename: "AgencyToRemind", silent: 1, late: 0, tasks: 1, agency: agency(code) },
          })),
        },
      }
    if (operation === "ToRemind")
      return {
        obligationsToRemind: {
          __typename: "TaskObligationConnection",
          pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
          edges: [{ node: { __typename: "TaskObligation", id: variables.agency, reminderDraft: null } }],
        },
      }
    const { obligationIds } = variables.input as { obligationIds: [string] }
    if (!reachable) throw new TypeError("Failed to fetch")
    drafted.push(...obligationIds)
    reachable = drafted.length > 1
    const [id] = obligationIds
    return {
      draftReminder: {
        __typename: "ReminderPayload",
        reminder: { __typename: "ReminderLetter", id },
        userErrors: [],
      },
    }
  })
  fireEvent.click(await screen.findByRole("checkbox", { name: /Chọn tất cả/ }))
  fireEvent.click(screen.getByRole("button", { name: "Soạn công văn cho 2 cơ quan" }))
  await waitFor(() => expect(screen.getByRole("status").textContent).toMatch(/Đã soạn 1 dự thảo/))
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "so-a" }).checked).toBe(false)
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "so-b" }).checked).toBe(true)

  reachable = true
  fireEvent.click(screen.getByRole("button", { name: "Thử lại" }))
  await waitFor(() => expect(screen.getByRole("status").textContent).toMatch(/Đã soạn 2 dự thảo/))
  expect(drafted).toEqual(["so-a", "so-b"])
  expect(screen.queryByRole("button", { name: "Thử lại" })).toBeNull()
})
