import { Trans, useLingui } from "@lingui/react/macro"
import type { Role } from "@plan43/authorization/role"
import { roleName } from "./role-name.ts"
import { useSession } from "./session.ts"
import { SignInLink } from "./sign-in-link.tsx"

/** Says which roles may do what was refused, and how one gets there. */
export function WhoMay({ roles }: { roles: readonly Role[] }) {
  const { t, i18n } = useLingui()
  const { person, state, signInAvailable } = useSession()
  const named = new Intl.ListFormat(i18n.locale, { type: "disjunction" }).format(
    roles.map((role) => i18n._(roleName[role])),
  )
  const own = person?.role ? i18n._(roleName[person.role]) : t`chưa được phân công vai trò`
  return (
    <>
      {roles.length > 0 && (
        <p>
          <Trans>Dành cho: {named}.</Trans>
        </p>
      )}
      {state === "SIGNED_IN" && (
        <p>
          <Trans>
            Tài khoản đang dùng: {person?.name} ({own}). Nếu cần quyền này, hãy liên hệ điều phối viên của Sở
            Khoa học và Công nghệ.
          </Trans>
        </p>
      )}
      {state !== "SIGNED_IN" && signInAvailable && (
        <p>
          <SignInLink>{t`Đăng nhập`}</SignInLink>
        </p>
      )}
      {state === "ANONYMOUS" && !signInAvailable && <p>{t`Hệ thống này chưa bật đăng nhập.`}</p>}
    </>
  )
}
