import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { useState } from "react"
import type { CommentaryVersionsQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { PrintedInstant } from "../../calendar/printed-instant.tsx"
import formStyles from "../../form/form.module.css"
import { useRequestKeys } from "../../form/idempotency-key.ts"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { useChange } from "../../graph/change-graph.ts"
import { FailureNotice } from "../../graph/failure-notice.tsx"
import type { Commentary } from "./ask-commentary.ts"
import styles from "./city-report.module.css"
import { SaveCommentaryDocument } from "./saved-commentary.ts"
import { sittingsOf } from "./sittings.ts"
import { differencesOf } from "./text-differences.ts"

const CommentaryVersionsDocument = graphql(`
  query CommentaryVersions($id: ID!, $part: String!) {
    round: reportingRound(id: $id) {
      id
      commentary(part: $part) {
        id
        version
        versions(first: 100) {
          totalCount
          edges {
            node {
              id
              number
              body
              restored
              writtenBy
              recordedAt
            }
          }
        }
      }
    }
  }
`)

interface CommentaryVersionsProps {
  roundId: string
  commentary: Commentary
  /** Whether an older version may stand again. */
  restoring: "OFFERED" | "WITHHELD"
}

/** Every version of what was written to a part, asked for once somebody wants to see them. */
export function CommentaryVersions({ roundId, commentary, restoring }: CommentaryVersionsProps) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const { version } = commentary
  return (
    <details className={styles.versions} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t`Các phiên bản (${version})`}</summary>
      {/* A later version makes the list untrue: it is asked for anew */}
      {open && <Versions key={version} roundId={roundId} commentary={commentary} restoring={restoring} />}
    </details>
  )
}

function Versions({ roundId, commentary, restoring }: CommentaryVersionsProps) {
  const { t } = useLingui()
  const answer = useGraph(CommentaryVersionsDocument, { id: roundId, part: commentary.part })
  const [chosen, setChosen] = useState<number | null>(null)
  return (
    <Answered answer={answer} waiting={<Skeleton height={120} />}>
      {({ round }) => {
        const written = round?.commentary?.[0]?.versions
        const versions = (written?.edges ?? []).map(({ node }) => node)
        return (
          <>
            {(written?.totalCount ?? 0) > versions.length && (
              <p>{t`Hiện ${versions.length} phiên bản gần nhất trong ${written?.totalCount ?? 0}.`}</p>
            )}
            <ol className={styles.list}>
              {sittingsOf(versions).map((version) => (
                <li key={version.id} data-version={version.number}>
                  <button
                    type="button"
                    className={styles.figure}
                    aria-expanded={chosen === version.number}
                    onClick={() => setChosen(chosen === version.number ? null : version.number)}
                  >
                    {t`Phiên bản ${version.number}`}
                  </button>{" "}
                  {version.writtenBy && <span lang="vi">{version.writtenBy}, </span>}
                  <PrintedInstant instant={version.recordedAt} />
                  {version.restored != null && <> ({t`khôi phục phiên bản ${version.restored}`})</>}
                  {chosen === version.number && (
                    <Version
                      roundId={roundId}
                      commentary={commentary}
                      version={version}
                      restoring={restoring}
                    />
                  )}
                </li>
              ))}
            </ol>
          </>
        )
      }}
    </Answered>
  )
}

type Version = NonNullable<
  NonNullable<CommentaryVersionsQuery["round"]>["commentary"]
>[number]["versions"]["edges"][number]["node"]

/** A version as it differs from what stands, and the way back to it. */
function Version({
  roundId,
  commentary,
  version,
  restoring,
}: CommentaryVersionsProps & { version: Version }) {
  const { t } = useLingui()
  const { change, failure, running } = useChange(SaveCommentaryDocument, [])
  const { requestFor, taken } = useRequestKeys(null)
  const [refused, setRefused] = useState<string | null>(null)
  const stands = version.number === commentary.version
  async function restore() {
    const { body, number } = version
    const values = { roundId, part: commentary.part, version: commentary.version, body, restored: number }
    const answer = await change({ input: { ...values, idempotencyKey: requestFor(values).key } })
    if (answer === null) return
    const [error] = answer.saveCommentary.userErrors
    setRefused(error?.message ?? null)
    if (error === undefined) taken()
  }
  return (
    <div className={styles.preview}>
      <p lang="vi" className={styles.text}>
        {stands
          ? version.body
          : differencesOf(commentary.body, version.body).map(({ kind, text }, place) =>
              kind === "SAME" ? (
                text
              ) : kind === "ADDED" ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have one order
                <ins key={place}>{text}</ins>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have one order
                <del key={place}>{text}</del>
              ),
            )}
      </p>
      {stands ? (
        <p>{t`Đây là bản hiện hành.`}</p>
      ) : (
        <>
          <p className={styles.author}>
            {t`So với bản hiện hành: phần gạch ngang không có trong phiên bản này, phần gạch chân chỉ có trong phiên bản này.`}
          </p>
          {restoring === "OFFERED" && (
            <Button variant="default" size="compact-sm" loading={running} onClick={() => void restore()}>
              {t`Khôi phục phiên bản ${version.number}`}
            </Button>
          )}
        </>
      )}
      {refused !== null && (
        <p role="alert" lang="vi" className={formStyles.error}>
          {refused}
        </p>
      )}
      {failure && <FailureNotice failure={failure} partial={false} retry={() => void restore()} />}
    </div>
  )
}
