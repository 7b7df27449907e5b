import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { AgreementToChangeQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { ChangeForm } from "../../form/change-form.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { useChange } from "../../graph/change-graph.ts"
import { Restricted } from "../../session/restricted.tsx"
import { NotFound } from "../../shell/not-found.tsx"
import { CooperationPage } from "../cooperation-page.tsx"
import { AgreementFields } from "./agreement-fields.tsx"
import { type AgreementTyped, agreementForm } from "./agreement-form.ts"

const AgreementToChangeDocument = graphql(`
  query AgreementToChange($id: ID!) {
    agreement(id: $id) {
      id
      version
      title
      number
      level
      state
      legalRegime
      signedOn
      inForceOn
      expiresOn
      renewal
      commitments
      signatories
      partners {
        id
        name
      }
      responsibleAgency {
        id
        name
      }
      programme {
        id
        title
      }
    }
  }
`)

const UpdateAgreementDocument = graphql(`
  mutation UpdateAgreement($input: UpdateAgreementInput!) {
    updateAgreement(input: $input) {
      agreement {
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

type Row = NonNullable<AgreementToChangeQuery["agreement"]>

const route = getRouteApi("/hop-tac/thoa-thuan/$id/sua")

/** Changes what is recorded about an agreement. */
export function AgreementChange() {
  const { t } = useLingui()
  return (
    <Restricted to="cooperation:write" title={t`Sửa thỏa thuận`}>
      <AgreementToChange />
    </Restricted>
  )
}

function AgreementToChange() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(AgreementToChangeDocument, { id })
  if (answer.data?.agreement === null && answer.failure === null) return <NotFound />
  return (
    <CooperationPage title={t`Sửa thỏa thuận`}>
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ agreement: row }) =>
          // A part that did not come would be written as if it were empty
          row && answer.failure === null && <AgreementChanging row={row} readAgain={answer.readAgain} />
        }
      </Answered>
    </CooperationPage>
  )
}

function AgreementChanging({ row, readAgain }: { row: Row; readAgain: () => Promise<unknown> }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, version } = row
  const { change, failure } = useChange(UpdateAgreementDocument, ["agreements", "agreement"])
  const back = { to: "/hop-tac/thoa-thuan/$id", params: { id } } as const
  return (
    <ChangeForm
      name={`agreement/${id}`}
      schema={agreementForm}
      standing={typedOf(row)}
      failure={failure}
      readAgain={readAgain}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, id, version, idempotencyKey } }))?.updateAgreement ?? null
      }
      onDone={() => void navigate(back)}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <AgreementFields />
    </ChangeForm>
  )
}

function typedOf(row: Row): AgreementTyped {
  return {
    title: row.title,
    number: row.number ?? "",
    level: row.level,
    state: row.state,
    legalRegime: row.legalRegime,
    signedOn: row.signedOn ?? "",
    inForceOn: row.inForceOn ?? "",
    expiresOn: row.expiresOn ?? "",
    renewal: row.renewal ?? "",
    commitments: row.commitments ?? "",
    signatories: row.signatories.join("\n"),
    partnerIds: row.partners.map(({ id, name }) => ({ id, name })),
    responsibleAgencyId: row.responsibleAgency
      ? { id: row.responsibleAgency.id, name: row.responsibleAgency.name }
      : null,
    programmeId: row.programme ? { id: row.programme.id, name: row.programme.title } : null,
    reason: "",
  }
}
