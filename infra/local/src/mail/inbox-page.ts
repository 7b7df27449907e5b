/** A message as the page shows it. */
export interface ShownMessage {
  to: string
  subject: string
  /** RFC 3339 */
  date: string | null
  text: string
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** The page that lists what arrived. */
export function inboxPage(messages: readonly ShownMessage[]): string {
  const list = messages
    .map(
      ({ to, subject, date, text }) => `
    <article>
      <h2>${escaped(subject)}</h2>
      <p>Đến: ${escaped(to)} · <time>${escaped(date ?? "")}</time></p>
      <pre>${escaped(text)}</pre>
    </article>`,
    )
    .join("")
  return `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Hộp thư cục bộ · Kế hoạch 43</title>
    <style>
      :root { color-scheme: light dark; font-family: system-ui, sans-serif; }
      body { max-width: 52rem; margin: 0 auto; padding: 1rem; }
      article { padding: 0.75rem 0; border-top: 1px solid #8888; }
      h2 { margin: 0; font-size: 1.0625rem; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
    </style>
  </head>
  <body>
    <main>
      <h1>Hộp thư cục bộ</h1>
      <p>Thư của bản chạy thử dừng ở đây; không thư nào rời khỏi máy này.</p>${list || "\n      <p>Chưa có thư nào.</p>"}
    </main>
  </body>
</html>
`
}
