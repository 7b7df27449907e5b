import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import type { Scope } from "@plan43/authorization/scope"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import type { IndicatorToRecordQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Notice } from "../notice/notice.tsx"
import { Restricted } from "../session/restricted.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page } from "../shell/page.tsx"

const IndicatorToRecordDocument = graphql(`
  query IndicatorToRecord($code: String!) {
    indicator(code: $code) {
      id
      version
      code
      name
      unit
      measure
      frequency
      mayRecord
      judgeable
      target {
        kind
      }
      openPeriods {
        key
      }
      observations(first: 100) {
        edges {
          node {
            id
            version
            periodKey
            value
            provisional
            source
            evidence
            files {
              id
              name
              size
            }
            note
          }
        }
      }
      baseline {
        id
        version
        on
        value
        source
        evidence
        files {
          id
          name
          size
        }
      }
      milestones {
        id
        chainId
        version
        on
        value
        source
        files {
          id
          name
          size
          url
        }
      }
      judgements {
        id
        chainId
        version
        state
        on
        evidence
        source
        files {
          id
          name
          size
        }
      }
      directedTarget {
        id
        version
        kind
        minimum
        maximum
        note
        documentNumber
        documentIssuedOn
        documentIssuer
        documentLink
        files {
          id
          name
          size
        }
      }
    }
  }
`)

/** An indicator, and all that is recorded of it and may be corrected. */
export type IndicatorToRecord = NonNullable<IndicatorToRecordQuery["indicator"]>

/** Whoever may record a figure: an agency of its own indicators, a coordinator on its behalf. */
export const REPORTING = ["observations:report:own", "observations:write"] as const satisfies Scope[]
/** Whoever sets what an indicator is assessed by. */
export const COORDINATING = ["observations:write"] as const satisfies Scope[]

interface RecordingPageProps {
  code: string
  title: string
  to: readonly Scope[]
  children: (indicator: IndicatorToRecord, readAgain: () => Promise<unknown>) => ReactNode
}

/** A screen that records something about one indicator, for those who may. */
export function RecordingPage({ title, to, ...form }: RecordingPageProps) {
  return (
    <Restricted to={to} title={title}>
      <RecordingForm title={title} {...form} />
    </Restricted>
  )
}

function RecordingForm({ code, title, children }: Omit<RecordingPageProps, "to">) {
  const { t } = useLingui()
  const answer = useGraph(IndicatorToRecordDocument, { code })
  if (answer.data?.indicator === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={title}
      above={
        <>
          <Link to="/chi-tieu">{t`Chỉ tiêu`}</Link> /{" "}
          <Link to="/chi-tieu/$code" params={{ code }}>
            {code}
          </Link>
        </>
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ indicator }) =>
          // A part that did not come would be written as if it were empty
          indicator &&
          answer.failure === null && (
            <>
              <p lang="vi">{indicator.name}</p>
              {indicator.mayRecord ? (
                children(indicator, answer.readAgain)
              ) : (
                <Notice tone="information" title={t`Chỉ tiêu này do cơ quan khác theo dõi, đánh giá`}>
                  <p>{t`Mỗi cơ quan chỉ ghi số liệu của chỉ tiêu mình chủ trì.`}</p>
                </Notice>
              )}
            </>
          )
        }
      </Answered>
    </Page>
  )
}

/** The root fields of the graph whose answers a recording makes untrue. */
export const OUTDATED = ["indicator", "indicators", "indicatorSummary"]
