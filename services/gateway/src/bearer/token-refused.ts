import { RequestRefused } from "../http/request-refused.ts"

/** Why a token is not taken. */
export type TokenFault = "TOKEN_EXPIRED" | "TOKEN_INVALID"

const MESSAGES: Readonly<Record<TokenFault, string>> = {
  TOKEN_EXPIRED: "Mã truy cập đã hết hạn; hãy xin mã mới rồi gửi lại",
  TOKEN_INVALID: "Mã truy cập không hợp lệ cho hệ thống này",
}

/** A bearer token that proves nothing: 401, with what RFC 6750 (section 3) wants said. */
export class TokenRefused extends RequestRefused {
  constructor(fault: TokenFault) {
    super(401, fault, MESSAGES[fault], {
      "www-authenticate": `Bearer error="invalid_token", error_description="${fault}"`,
    })
    this.name = "TokenRefused"
  }
}
