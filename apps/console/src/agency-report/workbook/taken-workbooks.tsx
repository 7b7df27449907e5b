import { useLingui } from "@lingui/react/macro"
import type { ReactNode } from "react"
import type { TakenWorkbooksQuery } from "../../__generated__/graphql.ts"
import { PrintedDate } from "../../calendar/printed-date.tsx"
import { PrintedInstant } from "../../calendar/printed-instant.tsx"
import { FileList } from "../../evidence/file-list.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import styles from "./workbook.module.css"
import { TakenWorkbooksDocument } from "./workbook-documents.ts"

type Taken = NonNullable<TakenWorkbooksQuery["agencyReport"]>["workbooks"]["edges"][number]["node"]

interface TakenWorkbooksProps {
  id: string
  /** Of the report: a file that is taken moves it. */
  version: number
  /** What one may do next with the last of them. */
  children?: (last: Taken) => ReactNode
}

/** The files that were taken for a report, the last first; nothing where none was. */
export function TakenWorkbooks(props: TakenWorkbooksProps) {
  return <TakenFiles key={props.version} {...props} />
}

function TakenFiles({ id, children }: TakenWorkbooksProps) {
  const { t } = useLingui()
  const answer = useGraph(TakenWorkbooksDocument, { id })
  return (
    <Answered answer={answer} waiting={null}>
      {({ agencyReport }) => {
        const taken = agencyReport?.workbooks.edges ?? []
        const [last] = taken
        if (last === undefined) return null
        return (
          <section className={styles.files} aria-label={t`Tệp đã nhận`}>
            <h3 className={styles.heading}>{t`Tệp đã nhận`}</h3>
            <ul className={styles.taken}>
              {taken.map(({ node }) => (
                <li key={node.id} data-taken={node.id}>
                  {node.file && <FileList files={[node.file]} />}
                  <p>
                    {node.takenByName && <span lang="vi">{node.takenByName}</span>},{" "}
                    <PrintedInstant instant={node.takenAt} />: {t`nhận ${node.linesTaken} dòng`}
                    {node.linesLeft > 0 && t`, để lại ${node.linesLeft} dòng`}
                  </p>
                  {node.approvedBy && (
                    <p>
                      {t`Người duyệt ghi trong tệp:`} <span lang="vi">{node.approvedBy}</span>
                      {node.approvedOn && (
                        <>
                          , <PrintedDate date={node.approvedOn} />
                        </>
                      )}
                    </p>
                  )}
                  <p>
                    SHA-256 <code className={styles.hash}>{node.sha256}</code>
                  </p>
                </li>
              ))}
            </ul>
            {children?.(last.node)}
          </section>
        )
      }}
    </Answered>
  )
}
