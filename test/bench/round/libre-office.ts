import { randomUUID } from "node:crypto"
import { AS_WORKBOOK, libreOfficeIsMissing, savedByLibreOffice } from "@plan43/workbook/testing"
import mammoth from "mammoth"
import { SmallBrowser } from "../../../services/gateway/src/testing/small-browser.ts"
import { answeredForm } from "../../e2e/following/excel-form.ts"
import type { RunningSystem } from "../../running-system.ts"
import { type SignedIn, signInBrowser } from "../../signed-in.ts"

/** What the checks say of a form that another program saved. */
export interface CheckedForm {
  lineCount: number
  rightCount: number
  problems: { sheet: string | null; cell: string | null; message: string }[]
}

/**
 * Fills in the Excel form of a report, lets LibreOffice save it anew and sends it back to be checked.
 * @returns null where LibreOffice is not installed
 */
export async function formSavedByLibreOffice(
  system: RunningSystem,
  coordinator: SignedIn,
  reportId: string,
): Promise<CheckedForm | null> {
  if (libreOfficeIsMissing()) return null
  const { agencyReport } = await coordinator.askWell<{
    agencyReport: { fillableWorkbook: { base64: string } }
  }>("query ($id: ID!) { agencyReport(id: $id) { fillableWorkbook { base64 } } }", { id: reportId })
  const form = answeredForm(Buffer.from(agencyReport.fillableWorkbook.base64, "base64"), "Nguyễn Thị Duyệt")
  const fileId = await uploaded(system, await savedByLibreOffice(form, "xlsx", AS_WORKBOOK))
  const answer = await coordinator.askWell<{ agencyReport: { checkedWorkbook: CheckedForm } }>(
    `query ($id: ID!, $fileId: ID!) { agencyReport(id: $id) { checkedWorkbook(fileId: $fileId) {
       lineCount rightCount problems { sheet cell message } } } }`,
    { id: reportId, fileId },
  )
  return answer.agencyReport.checkedWorkbook
}

/**
 * Opens a Word file with LibreOffice.
 * @returns the paragraphs of it that LibreOffice does not show as they were written; null where it is not installed
 */
export async function lostInLibreOffice(word: Buffer): Promise<string[] | null> {
  if (libreOfficeIsMissing()) return null
  const saved = await savedByLibreOffice(word, "docx", "txt:Text (encoded):UTF8")
  const shown = withoutSpaces(saved.toString())
  const { value } = await mammoth.extractRawText({ buffer: word })
  return value.split("\n").filter((paragraph) => !shown.includes(withoutSpaces(paragraph)))
}

function withoutSpaces(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, "")
}

/** @returns the identifier of the file */
async function uploaded(system: RunningSystem, content: Buffer): Promise<string> {
  const browser = new SmallBrowser()
  await signInBrowser(browser, "dieu-phoi", system)
  const headers = { "tus-resumable": "1.0.0" }
  const name = Buffer.from(`Báo cáo ${randomUUID()}.xlsx`).toString("base64")
  const begun = await browser.ask(`${system.url}/files/reporting/uploads`, {
    method: "POST",
    headers: {
      ...headers,
      "upload-length": String(content.length),
      "upload-metadata": `filename ${name}`,
    },
  })
  const place = begun.headers.get("location") ?? ""
  const sent = await browser.ask(`${system.url}${place}`, {
    method: "PATCH",
    headers: { ...headers, "content-type": "application/offset+octet-stream", "upload-offset": "0" },
    body: new Uint8Array(content),
  })
  if (sent.status !== 204) throw new Error(`the file was not taken: ${begun.status}, ${sent.status}`)
  return place.split("/").at(-1) ?? ""
}
