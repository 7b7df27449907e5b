import { Trans, useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { PlanTextQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Fact, Facts } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Page, Panel } from "../shell/page.tsx"
import { PlanSource } from "../source/plan-source.tsx"
import { type TaskSearchValues, taskSearch } from "../task/task-search.ts"
import styles from "./plan.module.css"

const PlanTextDocument = graphql(`
  query PlanText {
    plans {
      id
      number
      title
      issuedOn
      effectiveOn
      issuer
      signer
      textSha256
      sections {
        id
        numeral
        title
        tasks(first: 1) {
          totalCount
        }
        source {
          ...PlanSource
        }
      }
      measures {
        id
        number
        heading
        text
        source {
          ...PlanSource
        }
      }
      obligations {
        id
        number
        text
        source {
          ...PlanSource
        }
      }
    }
  }
`)

/** What the plan says apart from its tasks and indicators. */
export function PlanText() {
  const { t } = useLingui()
  const answer = useGraph(PlanTextDocument, {})
  return (
    <Page title={t`Kế hoạch`}>
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ plans }) => plans.map((plan) => <Plan key={plan.id} plan={plan} />)}
      </Answered>
    </Page>
  )
}

function Plan({ plan }: { plan: PlanTextQuery["plans"][number] }) {
  const { t } = useLingui()
  const byHeading = Map.groupBy(plan.measures, ({ heading }) => heading)
  return (
    <>
      <Panel title={<span lang="vi">{plan.title}</span>}>
        <Facts>
          <Fact name={t`Số, ngày ban hành`}>
            <Trans>
              {plan.number} ngày <PrintedDate date={plan.issuedOn} />
            </Trans>
          </Fact>
          <Fact name={t`Hiệu lực từ`}>
            <PrintedDate date={plan.effectiveOn} />
          </Fact>
          <Fact name={t`Cơ quan ban hành`}>
            <span lang="vi">{plan.issuer}</span>
          </Fact>
          <Fact name={t`Người ký`}>
            <span lang="vi">{plan.signer}</span>
          </Fact>
          <Fact name={t`Mã băm của văn bản (SHA-256)`}>
            <code className={styles.hash}>{plan.textSha256}</code>
          </Fact>
        </Facts>
      </Panel>
      <Panel title={t`Các nhóm nhiệm vụ (Phụ lục II)`}>
        <ol className={styles.items}>
          {plan.sections.map(({ id, numeral, title, tasks, source }) => (
            <li key={id}>
              <Link
                to="/nhiem-vu"
                search={taskSearch.write({ section: [numeral] as TaskSearchValues["section"] })}
                lang="vi"
              >
                {numeral}. {title}
              </Link>
              <span>{t`${tasks.totalCount} nhiệm vụ`}</span>
              <PlanSource source={source} />
            </li>
          ))}
        </ol>
      </Panel>
      <Panel title={t`Giải pháp (Phần II)`} beside={t`${plan.measures.length} giải pháp`}>
        {[...byHeading].map(([heading, measures]) => (
          <details key={heading} className={styles.group}>
            <summary>
              <span lang="vi">{heading}</span> <span className={styles.count}>({measures.length})</span>
            </summary>
            <ol className={styles.items}>
              {measures.map(({ id, number, text, source }) => (
                <li key={id} id={`giai-phap-${number}`}>
                  <p lang="vi">
                    <strong>{number}.</strong> {text}
                  </p>
                  <PlanSource source={source} />
                </li>
              ))}
            </ol>
          </details>
        ))}
      </Panel>
      <Panel title={t`Tổ chức thực hiện (Phần III)`}>
        <ol className={styles.items}>
          {plan.obligations.map(({ id, number, text, source }) => (
            <li key={id}>
              <p lang="vi">
                <strong>{number}.</strong> {text}
              </p>
              <PlanSource source={source} />
            </li>
          ))}
        </ol>
      </Panel>
    </>
  )
}
