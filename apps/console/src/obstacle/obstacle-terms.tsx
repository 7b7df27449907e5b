import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { ObstacleTermsQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { ChangeForm } from "../form/change-form.tsx"
import { TextField } from "../form/text-field.tsx"
import { neededWords, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { Restricted } from "../session/restricted.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { obstacleStateName } from "./obstacle-names.ts"
import { ObstacleTermTimeline } from "./obstacle-term-timeline.tsx"

const ObstacleTermsDocument = graphql(`
  query ObstacleTerms {
    obstacleTerms {
      id
      state
      days
      version
    }
  }
`)

const SetObstacleTermDocument = graphql(`
  mutation SetObstacleTerm($input: SetObstacleTermInput!) {
    setObstacleTerm(input: $input) {
      term {
        id
        days
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

const termForm = z.object({ days: neededWords.pipe(z.coerce.number<string>().int()), reason: optionalWords })
type TermTyped = z.input<typeof termForm>

/** How many days each step with an obstacle may take. */
export function ObstacleTerms() {
  const { t } = useLingui()
  const title = t`Thời hạn từng bước`
  return (
    <Restricted to="obstacles:write" title={title}>
      <Terms title={title} />
    </Restricted>
  )
}

function Terms({ title }: { title: string }) {
  const { t, i18n } = useLingui()
  const answer = useGraph(ObstacleTermsDocument, {})
  return (
    <Page title={title} above={<Link to="/vuong-mac">{t`Vướng mắc`}</Link>}>
      <p>
        {t`Kế hoạch không ấn định thời hạn xử lý vướng mắc; đây là số ngày theo lịch do Sở đặt ra. Thay đổi áp dụng cho các bước bắt đầu từ lúc đó.`}
      </p>
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ obstacleTerms }) =>
          obstacleTerms.map((term) => (
            <Panel key={term.id} title={i18n._(obstacleStateName[term.state])}>
              <Term term={term} readAgain={answer.readAgain} />
              <ObstacleTermTimeline id={term.id} />
            </Panel>
          ))
        }
      </Answered>
    </Page>
  )
}

interface TermProps {
  term: ObstacleTermsQuery["obstacleTerms"][number]
  readAgain: () => Promise<unknown>
}

function Term({ term: { id, version, days }, readAgain }: TermProps) {
  const { t } = useLingui()
  const { change, failure } = useChange(SetObstacleTermDocument, ["obstacleTerms", "obstacleTerm"])
  const standing: TermTyped = { days: String(days), reason: "" }
  return (
    <ChangeForm
      name={`obstacle-term/${id}/${version}`}
      schema={termForm}
      standing={standing}
      failure={failure}
      readAgain={readAgain}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, id, version, idempotencyKey } }))?.setObstacleTerm ?? null
      }
      onDone={() => void readAgain()}
      cancel={null}
    >
      <TextField<TermTyped> name="days" type="number" label={t`Số ngày`} required />
    </ChangeForm>
  )
}
