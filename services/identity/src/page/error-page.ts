import { html } from "./html.ts"
import type { Page } from "./page.ts"

/**
 * @param code stable, e.g. "invalid_request"
 * @param backUrl where one can begin anew
 */
export function errorPage(code: string, backUrl: string): Page {
  return {
    title: "Không tiếp tục được",
    body: html`
<p class="error" role="alert">Yêu cầu đăng nhập không hợp lệ hoặc đã quá hạn.</p>
<p>Mã lỗi: <code>${code}</code></p>
<p><a href="${backUrl}">Quay lại trang Kế hoạch 43</a> rồi đăng nhập lại.</p>
`,
  }
}
