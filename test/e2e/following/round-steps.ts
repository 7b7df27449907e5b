import { readFile } from "node:fs/promises"
import { expect, type Page } from "@playwright/test"
import { askAs } from "../accounts.ts"

/** A row as it stands, and the version that the next change is based on. */
export interface Row {
  id: string
  version: number
}

/** Carries out what a button asks once more about. */
export async function confirm(page: Page, button: string | RegExp, reason?: string): Promise<void> {
  const named = { name: button, exact: typeof button === "string" }
  await page.getByRole("button", named).click()
  const dialog = page.getByRole("dialog")
  if (reason !== undefined) await dialog.getByLabel("Lý do").fill(reason)
  await dialog.getByRole("button", named).click()
  await expect(dialog).toHaveCount(0)
}

/** Sends a report on behalf of its agency, as of the day of today on which its file came. */
export async function enterFile(page: Page): Promise<void> {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date())
  await page.getByLabel("Ngày tệp đến Sở").fill(day)
  await page.getByRole("button", { name: "Gửi thay cơ quan" }).click()
}

/** The file that a button gives. */
export async function downloadOf(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const started = page.waitForEvent("download")
  await page.getByRole("button", { name: button }).click()
  const download = await started
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
}

/**
 * Records a round as its coordinator: one in between, of days to come, unless something else is given.
 * @param codes of the agencies that are asked
 */
export async function prepareRound(
  page: Page,
  codes: readonly string[],
  given: Record<string, unknown>,
): Promise<Row> {
  const { agencies } = await askAs<{ agencies: { edges: { node: { id: string } }[] } }>(
    page,
    "query ($codes: [String!]) { agencies(filter: { code: $codes }) { edges { node { id } } } }",
    { codes },
  )
  const { done } = await askAs<{ done: { round: Row; userErrors: object[] } }>(
    page,
    "mutation ($input: CreateRoundInput!) { done: createRound(input: $input) { round { id version } userErrors { message } } }",
    {
      input: {
        ...{ idempotencyKey: crypto.randomUUID(), kind: "AD_HOC" },
        ...{ cutOffOn: "2027-01-31", agenciesDueOn: "2027-02-05", cityDueOn: "2027-02-10" },
        agencyIds: agencies.edges.map(({ node }) => node.id),
        ...given,
      },
    },
  )
  expect(done.userErrors).toEqual([])
  return done.round
}

/** Moves a round on. */
export async function moveRound(
  page: Page,
  move: "openRound" | "lockRound" | "publishRound",
  { id, version }: Row,
): Promise<Row> {
  const { done } = await askAs<{ done: { round: Row; userErrors: object[] } }>(
    page,
    `mutation ($input: MoveRoundInput!) { done: ${move}(input: $input) { round { id version } userErrors { message } } }`,
    { input: { idempotencyKey: crypto.randomUUID(), id, version } },
  )
  expect(done.userErrors).toEqual([])
  return done.round
}

/** Opens a round in between for one agency. @returns where its report is */
export async function openReportOf(page: Page, code: string, name: string): Promise<string> {
  const { id } = await moveRound(page, "openRound", await prepareRound(page, [code], { name }))
  const { round } = await askAs<{ round: { reports: { edges: { node: { id: string } }[] } } }>(
    page,
    "query ($id: ID!) { round: reportingRound(id: $id) { reports { edges { node { id } } } } }",
    { id },
  )
  return `/bao-cao/${round.reports.edges[0]?.node.id}`
}
