import type { IncomingMessage, ServerResponse } from "node:http"

const PAGE = `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>Tạm thời không xem được</title></head>
<body>
<h1>Tạm thời không xem được trang này</h1>
<p>Phần báo cáo của hệ thống đang không trả lời. Nội dung đã công bố không mất; hãy thử lại sau ít phút.</p>
<p lang="en">This page cannot be shown at the moment. What was published is not lost; please try again in a few minutes.</p>
</body>
</html>
`

/** In the place of a public page that cannot be made now: for people, who come here without any program of ours. */
export function unavailablePage(request: IncomingMessage, response: ServerResponse): void {
  const body = Buffer.from(PAGE)
  response.writeHead(503, {
    "content-type": "text/html; charset=utf-8",
    "content-length": body.length,
    "cache-control": "no-store",
    "retry-after": "30",
  })
  response.end(request.method === "HEAD" ? undefined : body)
}
