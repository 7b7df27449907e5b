import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { useWatch } from "react-hook-form"
import type { ObstacleSubjectsQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { useBodiesFound } from "../agency/agency-choices.ts"
import { FileField } from "../evidence/file-field.tsx"
import { ChoiceField } from "../form/choice-field.tsx"
import { useDraftedForm } from "../form/drafted-form.ts"
import { type Picked, PickField } from "../form/pick-field.tsx"
import { RecordForm } from "../form/record-form.tsx"
import { LongTextField, TextField } from "../form/text-field.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { useNames } from "../language/use-names.ts"
import { Notice } from "../notice/notice.tsx"
import { useMay } from "../session/permission.ts"
import { Restricted } from "../session/restricted.tsx"
import { Page } from "../shell/page.tsx"
import { EMPTY_OBSTACLE, type ObstacleTyped, obstacleForm } from "./obstacle-form.ts"
import { obstacleAddresseeName, obstacleCategoryName } from "./obstacle-names.ts"
import { newObstacleSearch } from "./obstacle-search.ts"
import { indicatorPicked, taskPicked, useIndicatorsFound, useTasksFound } from "./subjects-to-pick.ts"

const RaiseObstacleDocument = graphql(`
  mutation RaiseObstacle($input: RaiseObstacleInput!) {
    raiseObstacle(input: $input) {
      obstacle {
        id
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const ObstacleSubjectsDocument = graphql(`
  query ObstacleSubjects($task: TaskFilter, $indicator: IndicatorFilter) {
    tasks(filter: $task, first: 1) {
      edges {
        node {
          id
          code
          title
        }
      }
    }
    indicators(filter: $indicator, first: 1) {
      edges {
        node {
          id
          code
          name
        }
      }
    }
  }
`)

const SensitiveTaskDocument = graphql(`
  query SensitiveTask($id: ID!) {
    task(id: $id) {
      id
      sensitive
    }
  }
`)

const route = getRouteApi("/vuong-mac/moi")

/** Raises an obstacle: an agency its own, the coordinator for an agency. */
export function NewObstacle() {
  const { t } = useLingui()
  return (
    <Restricted to={["obstacles:raise:own", "obstacles:write"]} title={t`Nêu vướng mắc`}>
      <SubjectKnown />
    </Restricted>
  )
}

/** Knows by name what the address says that the obstacle is about. */
function SubjectKnown() {
  const { t } = useLingui()
  const { task = [], indicator = [] } = newObstacleSearch.read(route.useSearch()).values
  const answer = useGraph(ObstacleSubjectsDocument, {
    task: { code: task.slice(0, 1) },
    indicator: { code: indicator.slice(0, 1) },
  })
  return (
    <Page title={t`Nêu vướng mắc`} above={<Link to="/vuong-mac">{t`Vướng mắc`}</Link>}>
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {(subjects) => <ObstacleToRaise subjects={subjects} />}
      </Answered>
    </Page>
  )
}

function ObstacleToRaise({ subjects }: { subjects: ObstacleSubjectsQuery }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const forOthers = useMay("obstacles:write")
  const { change, failure } = useChange(RaiseObstacleDocument, ["obstacles", "task", "indicator"])
  const [task] = subjects.tasks.edges
  const [indicator] = subjects.indicators.edges
  const drafted = useDraftedForm(
    `obstacle/new/${task?.node.code ?? ""}/${indicator?.node.code ?? ""}`,
    obstacleForm,
    {
      ...EMPTY_OBSTACLE,
      taskId: task ? taskPicked(task.node) : null,
      indicatorId: indicator ? indicatorPicked(indicator.node) : null,
    },
  )
  return (
    <RecordForm
      drafted={drafted}
      failure={failure}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, idempotencyKey } }))?.raiseObstacle ?? null
      }
      onDone={({ obstacle }) =>
        obstacle && void navigate({ to: "/vuong-mac/$id", params: { id: obstacle.id } })
      }
      submit={t`Gửi`}
      cancel={<Link to="/vuong-mac">{t`Thôi`}</Link>}
    >
      {forOthers && (
        <PickField<ObstacleTyped>
          name="agencyId"
          label={t`Cơ quan nêu vướng mắc`}
          description={t`Ghi thay cơ quan, theo văn bản cơ quan đã gửi`}
          useFound={useBodiesFound}
          required
        />
      )}
      <PickField<ObstacleTyped>
        name="taskId"
        label={t`Nhiệm vụ`}
        description={t`Để trống nhiệm vụ và chỉ tiêu nếu là vướng mắc chung`}
        useFound={useTasksFound}
      />
      <SensitiveWarning />
      <PickField<ObstacleTyped> name="indicatorId" label={t`Chỉ tiêu`} useFound={useIndicatorsFound} />
      <TextField<ObstacleTyped> name="title" label={t`Tên vướng mắc`} required />
      <ChoiceField<ObstacleTyped>
        name="category"
        label={t`Loại`}
        none={t`Chọn loại`}
        choices={useNames(obstacleCategoryName)}
        required
      />
      <LongTextField<ObstacleTyped>
        name="description"
        label={t`Nội dung`}
        description={t`Điều gì cản trở, từ bao giờ, đã thử cách nào`}
        required
      />
      <LongTextField<ObstacleTyped> name="proposal" label={t`Kiến nghị`} required />
      <ChoiceField<ObstacleTyped>
        name="addressee"
        label={t`Kiến nghị với`}
        none={t`Chọn nơi nhận kiến nghị`}
        choices={useNames(obstacleAddresseeName)}
        required
      />
      <AddressedAgency />
      <FileField<ObstacleTyped> name="fileIds" label={t`Tệp minh chứng`} holder="tasks" />
    </RecordForm>
  )
}

/** Asked only where the proposal goes to an agency. */
function AddressedAgency() {
  const { t } = useLingui()
  const addressee = useWatch<ObstacleTyped, "addressee">({ name: "addressee" })
  if (addressee !== "AGENCY") return null
  return (
    <PickField<ObstacleTyped>
      name="addressedAgencyId"
      label={t`Cơ quan được kiến nghị`}
      useFound={useBodiesFound}
      required
    />
  )
}

/** Warns where the task that was picked is sensitive. */
function SensitiveWarning() {
  const picked = useWatch<ObstacleTyped, "taskId">({ name: "taskId" })
  return picked === null ? null : <WarnedOf task={picked} />
}

function WarnedOf({ task }: { task: Picked }) {
  const { t } = useLingui()
  const { data } = useGraph(SensitiveTaskDocument, { id: task.id })
  if (data?.task?.sensitive !== true) return null
  return (
    <Notice tone="caution" title={t`Nhiệm vụ nhạy cảm`}>
      <p>{t`Không nhập nội dung thuộc bí mật nhà nước vào hệ thống này.`}</p>
    </Notice>
  )
}
