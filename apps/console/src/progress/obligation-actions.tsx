import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useRef } from "react"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { useChange } from "../graph/change-graph.ts"
import { useMay } from "../session/permission.ts"
import { useSession } from "../session/session.ts"
import { ActionLink } from "../shell/action-link.tsx"
import styles from "./progress.module.css"

const ObligationActionsFragment = graphql(`
  fragment ObligationActions on TaskObligation {
    id
    agency {
      id
      name
    }
    task {
      id
      code
      version
    }
    responsible(asOf: $asOf)
    awaitingVerification(asOf: $asOf)
  }
`)

const MarkResponsibleDocument = graphql(`
  mutation MarkResponsible($input: MarkResponsibleInput!) {
    markResponsible(input: $input) {
      task {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

interface ObligationActionsProps {
  obligation: FragmentType<typeof ObligationActionsFragment>
  amongOthers: "ALONE" | "AMONG_OTHERS"
}

/** Whether whoever is signed in reports for the agency itself, on its behalf, or not at all. */
export function useReportsFor(agencyId: string | undefined): "OWN" | "ON_BEHALF" | null {
  const { person } = useSession()
  const own = useMay("progress:report:own") && agencyId !== undefined && person?.agencyId === agencyId
  const onBehalf = useMay("progress:write")
  if (own) return "OWN"
  return onBehalf ? "ON_BEHALF" : null
}

/** What whoever is signed in can do about an obligation; nothing where that is nothing. */
export function ObligationActions({ obligation: masked, amongOthers }: ObligationActionsProps) {
  const { t } = useLingui()
  const obligation = readFragment(ObligationActionsFragment, masked)
  const { id, agency, task, responsible, awaitingVerification } = obligation
  const agencyName = agency?.name ?? t`cơ quan này`
  const reportsFor = useReportsFor(agency?.id)
  const mayDecide = useMay("progress:write")
  const marking = useRef<HTMLDialogElement>(null)
  const mark = useChange(MarkResponsibleDocument, ["task", "obligation", "obligations"])
  if (reportsFor === null && !mayDecide) return null
  const where = { code: task.code, obligation: id }
  return (
    <div className={`${styles.actions} not-printed`}>
      {reportsFor && (
        <ActionLink to="/nhiem-vu/$code/bao-cao/$obligation" params={where}>
          {reportsFor === "OWN" ? t`Báo cáo` : t`Báo cáo thay`}
        </ActionLink>
      )}
      {reportsFor && (
        <ActionLink to="/nhiem-vu/$code/gia-han/$obligation" params={where}>
          {t`Xin gia hạn`}
        </ActionLink>
      )}
      {mayDecide && awaitingVerification && (
        <ActionLink to="/xac-minh" search={{ obligation: id }}>{t`Xác minh`}</ActionLink>
      )}
      {mayDecide && amongOthers === "AMONG_OTHERS" && !responsible && (
        <>
          <Button variant="default" size="xs" onClick={() => marking.current?.showModal()}>
            {t`Giao chịu trách nhiệm chung`}
          </Button>
          <ConfirmDialog
            dialog={marking}
            title={t`Giao “${agencyName}” chịu trách nhiệm chung`}
            reason="WELCOME"
            confirm={t`Giao`}
            failure={mark.failure}
            about={{ id, version: task.version }}
            send={async (reason, idempotencyKey) =>
              (
                await mark.change({
                  input: { obligationId: id, version: task.version, reason, idempotencyKey },
                })
              )?.markResponsible ?? null
            }
            onDone={() => undefined}
          >
            <p>{t`Nhiệm vụ được coi là hoàn thành khi phần của cơ quan này được xác nhận hoàn thành.`}</p>
          </ConfirmDialog>
        </>
      )}
    </div>
  )
}
