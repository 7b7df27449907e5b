import { useLingui } from "@lingui/react/macro"
import { Button, Checkbox, Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import type { AgenciesToRemindQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import formStyles from "../form/form.module.css"
import { Answered } from "../graph/answered.tsx"
import { FailureNotice } from "../graph/failure-notice.tsx"
import { useRegister } from "../register/ask-register.ts"
import { Panel } from "../shell/page.tsx"
import { useDraftingForAll } from "./draft-letters.ts"
import styles from "./reminder.module.css"

const AgenciesToRemindDocument = graphql(`
  query AgenciesToRemind($first: Int, $after: String) {
    agenciesToRemind(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          silent
          late
          tasks
          agency {
            id
            code
            name
          }
        }
      }
    }
  }
`)

const agenciesOf = (data: AgenciesToRemindQuery) => data.agenciesToRemind

/** Agencies of which something is late or silent; a letter is drafted for each that is chosen. */
export function AgenciesToRemind() {
  const { t } = useLingui()
  const answer = useRegister(AgenciesToRemindDocument, {}, agenciesOf)
  const { draftAll, running, failure, errors } = useDraftingForAll()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [drafted, setDrafted] = useState<number | null>(null)
  const { total } = answer
  /** @param before how many letters were drafted until no answer came */
  async function draft(before = 0) {
    const { letters, done } = await draftAll(chosen)
    setDrafted(before + letters)
    setChosen((still) => still.filter((code) => !done.includes(code)))
    void answer.readAgain()
  }
  return (
    <Panel
      title={t`Cơ quan cần đôn đốc`}
      note={t`Cơ quan chưa báo cáo nhiều nhất đứng trước. Mỗi cơ quan được chọn có một dự thảo công văn, nêu mọi nhiệm vụ chưa nằm trong dự thảo nào.`}
      beside={total !== null && t`${total} cơ quan`}
    >
      <Answered answer={answer} waiting={<Skeleton height={160} />}>
        {() =>
          answer.rows.length === 0 ? (
            <p>{t`Không có cơ quan nào chậm hoặc chưa báo cáo.`}</p>
          ) : (
            <>
              <Checkbox
                className={styles.all}
                label={t`Chọn tất cả ${answer.rows.length} cơ quan trong danh sách`}
                checked={chosen.length === answer.rows.length}
                indeterminate={chosen.length > 0 && chosen.length < answer.rows.length}
                onChange={(event) =>
                  setChosen(event.currentTarget.checked ? answer.rows.map(({ agency }) => agency.code) : [])
                }
              />
              <ul className={`${styles.choices} ${styles.long} ${styles.agencies}`}>
                {answer.rows.map(({ agency, silent, late }) => (
                  <li key={agency.id}>
                    <Checkbox
                      className={styles.choice}
                      label={<span lang="vi">{agency.name}</span>}
                      checked={chosen.includes(agency.code)}
                      onChange={(event) => {
                        const on = event.currentTarget.checked
                        setChosen((before) =>
                          on ? [...before, agency.code] : before.filter((code) => code !== agency.code),
                        )
                      }}
                    />
                    <span className={styles.facts}>
                      <span className={styles.silent}>{silent > 0 && t`${silent} chưa báo cáo`}</span>
                      <span>{late > 0 && t`${late} quá hạn`}</span>
                      <Link
                        to="/don-doc/co-quan/$code"
                        params={{ code: agency.code }}
                        aria-label={t`Chọn từng nhiệm vụ của ${agency.name}`}
                      >
                        {t`Chọn từng nhiệm vụ`}
                      </Link>
                    </span>
                  </li>
                ))}
              </ul>
              <div className={styles.actions}>
                {answer.hasMore && (
                  <Button
                    variant="default"
                    loading={answer.loadingMore}
                    onClick={() => void answer.loadMore()}
                  >
                    {t`Xem thêm cơ quan`}
                  </Button>
                )}
                <Button disabled={chosen.length === 0} loading={running} onClick={() => void draft()}>
                  {chosen.length === 0
                    ? t`Chọn cơ quan để soạn công văn`
                    : t`Soạn công văn cho ${chosen.length} cơ quan`}
                </Button>
              </div>
            </>
          )
        }
      </Answered>
      <p role="status">
        {drafted !== null &&
          (drafted > 0 || failure === null) &&
          t`Đã soạn ${drafted} dự thảo; xem trong danh sách công văn bên dưới.`}
      </p>
      {errors.map(({ reason, message }) => (
        <p key={`${reason} ${message}`} role="alert" lang="vi" className={formStyles.error}>
          {message}
        </p>
      ))}
      {failure && <FailureNotice failure={failure} partial={false} retry={() => void draft(drafted ?? 0)} />}
    </Panel>
  )
}
