import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { Absent, Fact } from "../facts/facts.tsx"

interface ResponsibilityProps {
  agency: { code: string; name: string } | null | undefined
  programme: { code: string; title: string } | null | undefined
}

/** Who answers for a row, and which part of the plan it carries out. */
export function Responsibility({ agency, programme }: ResponsibilityProps) {
  const { t } = useLingui()
  const unknown = <Absent>{t`chưa ghi`}</Absent>
  return (
    <>
      <Fact name={t`Cơ quan chịu trách nhiệm`}>
        {agency ? (
          <Link to="/co-quan/$code" params={{ code: agency.code }} lang="vi">
            {agency.name}
          </Link>
        ) : (
          unknown
        )}
      </Fact>
      <Fact name={t`Chương trình trong Kế hoạch`}>
        {programme ? (
          <Link to="/hop-tac/chuong-trinh/$code" params={{ code: programme.code }} lang="vi">
            {programme.title}
          </Link>
        ) : (
          unknown
        )}
      </Fact>
    </>
  )
}
