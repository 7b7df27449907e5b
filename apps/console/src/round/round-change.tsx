import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { RoundToChangeQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { ChangeForm } from "../form/change-form.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { Notice } from "../notice/notice.tsx"
import { Restricted } from "../session/restricted.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page } from "../shell/page.tsx"
import { askedTypedOf } from "../template/asked-form.ts"
import { RoundFields } from "./round-fields.tsx"
import { type RoundTyped, roundForm } from "./round-form.ts"

const RoundToChangeDocument = graphql(`
  query RoundToChange($id: ID!) {
    round: reportingRound(id: $id) {
      id
      version
      kind
      name
      itemKinds
      sections
      questions
      templateVersion
      template {
        id
        name
      }
      cutOffOn
      agenciesDueOn
      cityDueOn
      governmentDueOn
      stage
      agencies {
        id
        name
      }
    }
  }
`)

const UpdateRoundDocument = graphql(`
  mutation UpdateRound($input: UpdateRoundInput!) {
    updateRound(input: $input) {
      round {
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

type Round = NonNullable<RoundToChangeQuery["round"]>

const route = getRouteApi("/ky-bao-cao/$id/sua")

/** Changes what is recorded of a round, until it opens. */
export function RoundChange() {
  const { t } = useLingui()
  return (
    <Restricted to="reports:write" title={t`Sửa kỳ báo cáo`}>
      <RoundToChange />
    </Restricted>
  )
}

function RoundToChange() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(RoundToChangeDocument, { id })
  if (answer.data?.round === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={t`Sửa kỳ báo cáo`}
      above={
        <Link to="/ky-bao-cao/$id" params={{ id }}>
          {answer.data?.round?.name ?? t`Kỳ báo cáo`}
        </Link>
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ round }) =>
          round &&
          (round.stage === "PREPARED" ? (
            <RoundChanging round={round} readAgain={answer.readAgain} />
          ) : (
            <Notice tone="information" title={t`Kỳ báo cáo đã mở nên không sửa được nữa`}>
              <p>
                <Link to="/ky-bao-cao/$id" params={{ id }}>{t`Xem kỳ báo cáo`}</Link>
              </p>
            </Notice>
          ))
        }
      </Answered>
    </Page>
  )
}

function RoundChanging({ round, readAgain }: { round: Round; readAgain: () => Promise<unknown> }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, version } = round
  const { change, failure } = useChange(UpdateRoundDocument, ["reportingRounds"])
  const back = { to: "/ky-bao-cao/$id", params: { id } } as const
  return (
    <ChangeForm
      name={`round/${id}`}
      schema={roundForm}
      standing={typedOf(round)}
      failure={failure}
      readAgain={readAgain}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, id, version, idempotencyKey } }))?.updateRound ?? null
      }
      onDone={() => void navigate(back)}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <RoundFields />
    </ChangeForm>
  )
}

function typedOf(round: Round): RoundTyped {
  const { kind, name, cutOffOn, agenciesDueOn, cityDueOn, governmentDueOn, template, templateVersion } = round
  return {
    kind,
    name,
    template:
      template && templateVersion ? { id: template.id, name: template.name, version: templateVersion } : null,
    ...askedTypedOf(round),
    cutOffOn,
    agenciesDueOn,
    cityDueOn,
    governmentDueOn: governmentDueOn ?? "",
    reason: "",
  }
}
