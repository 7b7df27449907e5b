import type { ServerResponse } from "node:http"
import { type Html, html } from "./html.ts"

export interface Page {
  title: string
  body: Html
}

export const STYLESHEET_PATH = "/identity.css"

/**
 * Headers of a page: its own style sheet, no script at all.
 * @param formTargets origins that a form's answer leads on to; browsers hold redirects to form-action, too
 */
export function pageHeaders(formTargets: readonly string[]): Record<string, string> {
  return {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": [
      "default-src 'none'",
      "img-src data:",
      "style-src 'self'",
      `form-action ${["'self'", ...formTargets].join(" ")}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
  }
}

export function writePage({ title, body }: Page): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Kế hoạch 43</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLESHEET_PATH}">
</head>
<body>
<main>
<p class="site">Kế hoạch 43 – Thành phố Hà Nội</p>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.text
}

export function answerPage(
  response: ServerResponse,
  status: number,
  page: Page,
  formTargets: readonly string[] = [],
): void {
  response.writeHead(status, pageHeaders(formTargets)).end(writePage(page))
}
