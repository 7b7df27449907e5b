import type { ReactNode } from "react"
import { useMay } from "../session/permission.ts"
import { Restricted } from "../session/restricted.tsx"

interface ReporterOnlyProps {
  title: string
  children: ReactNode
}

/** A screen for those who report: an agency's people for their own, coordinators on anybody's behalf. */
export function ReporterOnly({ title, children }: ReporterOnlyProps) {
  const onBehalf = useMay("progress:write")
  return (
    <Restricted to={onBehalf ? "progress:write" : "progress:report:own"} title={title}>
      {children}
    </Restricted>
  )
}
