import { Html, html } from "./html.ts"
import type { Page } from "./page.ts"

/**
 * Asks whether to sign out here too.
 * @param form the provider's own form, without buttons
 */
export function signOutPage(form: string): Page {
  const id = /id="([^"]+)"/.exec(form)?.[1] ?? ""
  return {
    title: "Đăng xuất",
    body: html`
<p>Đăng xuất khỏi nơi đăng nhập này? Mọi trang đã đăng nhập qua đây cũng sẽ kết thúc phiên.</p>
${new Html(form)}
<button form="${id}" name="logout" value="yes" autofocus>Đăng xuất</button>
<button form="${id}" class="quiet">Giữ đăng nhập ở đây</button>
`,
  }
}

/** After signing out where nobody said where to go on. */
export const signedOutPage: Page = {
  title: "Đã đăng xuất",
  body: html`<p>Có thể đóng trang này.</p>`,
}
