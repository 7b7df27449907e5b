import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../account/demo-accounts.ts"
import { html } from "./html.ts"
import type { Page } from "./page.ts"

export interface SignInForm {
  /** What stands in the field of the account. */
  account: string
  /** Whether what was sent before let nobody in. */
  refused: boolean
}

/** Where one signs in; it needs no script. */
export function signInPage({ account, refused }: SignInForm): Page {
  const error = html`<p class="error" role="alert" id="refused">Tài khoản hoặc mật khẩu không đúng.</p>`
  return {
    title: refused ? "Chưa đăng nhập được" : "Đăng nhập",
    body: html`
<p>Đây là nơi đăng nhập mẫu, chỉ dùng để xem thử hệ thống.</p>
${refused ? error : ""}
<form method="post">
<label for="account">Tài khoản</label>
<input id="account" name="account" value="${account}" autocomplete="username" autocapitalize="none" spellcheck="false" required
${refused ? html`aria-invalid="true" aria-describedby="refused"` : ""} ${account === "" ? html`autofocus` : ""}>
<label for="password">Mật khẩu</label>
<input id="password" name="password" type="password" autocomplete="current-password" required
${refused ? html`aria-invalid="true" aria-describedby="refused"` : ""} ${account === "" ? "" : html`autofocus`}>
<button name="do" value="sign-in">Đăng nhập</button>
<button class="quiet" name="do" value="give-up" formnovalidate>Quay lại</button>
</form>
<h2>Tài khoản mẫu</h2>
<p>Mật khẩu của mọi tài khoản: <code>${DEMO_PASSWORD}</code>. Chọn một tài khoản để điền sẵn tên.</p>
<ul>
${DEMO_ACCOUNTS.map(
  ({ id, shows }) => html`<li><a href="?account=${id}">${id}</a><span>${shows}</span></li>
`,
)}</ul>
`,
  }
}
