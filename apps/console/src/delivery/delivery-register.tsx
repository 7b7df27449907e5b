import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { getRouteApi, useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { type DeliveryRegisterQuery, DeliveryState } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedInstant } from "../calendar/printed-instant.tsx"
import { ChoiceFilter } from "../filter/choice-filter.tsx"
import { FilterBar } from "../filter/filter-bar.tsx"
import { useIdempotencyKey } from "../form/idempotency-key.ts"
import type { UserError } from "../form/user-error.ts"
import { useChange } from "../graph/change-graph.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import { noticeSentence } from "../inbox/notice-sentence.ts"
import { useRegister } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import type { ValuesOfSearch } from "../register/search-model.ts"
import { useMay } from "../session/permission.ts"
import { Restricted } from "../session/restricted.tsx"
import { Page } from "../shell/page.tsx"
import { deliverySearch } from "./delivery-search.ts"

const DeliveryRowFragment = graphql(`
  fragment DeliveryRow on Delivery {
    id
    version
    address
    state
    attempts
    lastError
    createdAt
    sentAt
    kind
  }
`)

const DeliveryRegisterDocument = graphql(`
  query DeliveryRegister($filter: DeliveryFilter, $first: Int, $after: String) {
    deliveries(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...DeliveryRow
        }
      }
    }
  }
`)

const RetryDeliveryDocument = graphql(`
  mutation RetryDelivery($input: RetryDeliveryInput!) {
    retryDelivery(input: $input) {
      delivery {
        ...DeliveryRow
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof DeliveryRowFragment>
type Values = ValuesOfSearch<typeof deliverySearch>

const route = getRouteApi("/thu-thong-bao")
const deliveriesOf = (data: DeliveryRegisterQuery) => data.deliveries
const states = Object.values(DeliveryState)

/** Messages by e-mail: those that could not be delivered first of all. */
export function DeliveryRegister() {
  const { t } = useLingui()
  return (
    <Restricted to="deliveries:read" title={t`Thư thông báo`}>
      <Deliveries />
    </Restricted>
  )
}

function Deliveries() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { values, ignored } = deliverySearch.read(route.useSearch())
  const { state } = values
  const answer = useRegister(DeliveryRegisterDocument, { filter: { state } }, deliveriesOf)
  const stateName: Record<DeliveryState, string> = {
    WAITING: t`Đang chờ gửi`,
    SENT: t`Đã gửi`,
    FAILED: t`Gửi không thành công`,
  }
  const change = (next: Values) =>
    void navigate({ to: "/thu-thong-bao", search: deliverySearch.write(next), resetScroll: false })
  const read = (row: Row) => readFragment(DeliveryRowFragment, row)
  const columns: Column<Row, never>[] = [
    {
      key: "notice",
      heading: t`Nội dung`,
      cell: (row) => noticeSentence(i18n, { kind: read(row).kind, taskCodes: [], overdue: [], dueSoon: [] }),
    },
    { key: "address", heading: t`Người nhận`, width: "22%", cell: (row) => read(row).address },
    {
      key: "state",
      heading: t`Tình trạng`,
      width: "26%",
      cell: (row) => <DeliveryStanding row={row} name={stateName[read(row).state]} />,
    },
    {
      key: "at",
      heading: t`Lúc`,
      width: "12rem",
      cell: (row) => <PrintedInstant instant={read(row).createdAt} />,
    },
  ]
  return (
    <Page title={t`Thư thông báo`}>
      <FilterBar
        ignored={ignored}
        search={<p>{t`Thư gửi không thành công sau mọi lần thử lại ở đây chờ người quản trị gửi lại.`}</p>}
        set={(state ?? []).map((each) => ({
          key: each,
          name: stateName[each],
          remove: () => change({ state: state?.filter((other) => other !== each) }),
        }))}
        clear={() => change({})}
      >
        <ChoiceFilter
          label={t`Tình trạng`}
          choices={states.map((value) => ({ value, name: stateName[value] }))}
          chosen={state ?? []}
          onChange={(next) => change({ state: next })}
        />
      </FilterBar>
      <RowCount total={answer.total}>{t`${answer.total ?? 0} thư`}</RowCount>
      <Register
        caption={t`Thư thông báo qua thư điện tử`}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<p>{t`Không có thư nào.`}</p>}
      />
    </Page>
  )
}

function DeliveryStanding({ row, name }: { row: Row; name: string }) {
  const { t } = useLingui()
  const { id, version, state, attempts, lastError } = readFragment(DeliveryRowFragment, row)
  const mayRetry = useMay("deliveries:write")
  const keyFor = useIdempotencyKey()
  const [errors, setErrors] = useState<readonly UserError[]>([])
  const { change, running, failure } = useChange(RetryDeliveryDocument, [])
  async function retry() {
    const data = await change({ input: { id, version, idempotencyKey: keyFor({ id, version }) } })
    setErrors(data?.retryDelivery.userErrors ?? [])
  }
  return (
    <>
      {name}
      {attempts > 0 && state !== DeliveryState.Sent && <p>{t`Đã thử ${attempts} lần`}</p>}
      {lastError && <p lang="en">{lastError}</p>}
      {state === DeliveryState.Failed && mayRetry && (
        <Button size="xs" variant="default" loading={running} onClick={() => void retry()}>
          {t`Gửi lại`}
        </Button>
      )}
      {errors.map(({ reason, message }) => (
        <p key={reason} role="alert" lang="vi">
          {message}
        </p>
      ))}
      {failure && <FailureNotice failure={failure} partial retry={() => void retry()} />}
    </>
  )
}
