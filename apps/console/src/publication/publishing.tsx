import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useMemo } from "react"
import { useFormContext } from "react-hook-form"
import type { PublishedPart } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { ChoicesField } from "../form/choice-field.tsx"
import { useDraftedForm } from "../form/drafted-form.ts"
import { RecordForm } from "../form/record-form.tsx"
import { LongTextField } from "../form/text-field.tsx"
import { useChange } from "../graph/change-graph.ts"
import { useNames } from "../language/use-names.ts"
import { type PublicationTyped, publishForm } from "./publish-form.ts"
import { chosenParts, publishedPartName } from "./published-part-names.ts"

const PublishPartsDocument = graphql(`
  mutation PublishParts($input: PublishPartsInput!) {
    publishParts(input: $input) {
      round {
        id
        version
        publishedAt
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

interface PublishingProps {
  round: { id: string; version: number }
  /** The version that was published last; null: none was. */
  last: { parts: readonly PublishedPart[]; text?: string | null | undefined } | null
  look: (typed: PublicationTyped) => void
  readAgain: () => Promise<unknown>
  onDone: () => void
}

/** Chooses what of a round the public is shown, and publishes it. */
export function Publishing({ round: { id, version }, last, look, readAgain, onDone }: PublishingProps) {
  const { t } = useLingui()
  const { change, failure } = useChange(PublishPartsDocument, ["reportingRounds"])
  const isFirst = last === null
  const schema = useMemo(() => publishForm(isFirst), [isFirst])
  const drafted = useDraftedForm(`publication/${id}`, schema, typedOf(last))
  const names = useNames(publishedPartName)
  const choices = Object.fromEntries(chosenParts.map((part) => [part, names[part]]))
  return (
    <RecordForm
      drafted={drafted}
      submit={isFirst ? t`Công bố` : t`Công bố bản đính chính`}
      failure={failure}
      readAgain={readAgain}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, id, version, idempotencyKey } }))?.publishParts ?? null
      }
      onDone={onDone}
      cancel={
        <>
          <LookButton look={look} />
          <Link to="/ky-bao-cao/$id" params={{ id }}>{t`Thôi`}</Link>
        </>
      }
    >
      <ChoicesField<PublicationTyped> name="parts" label={t`Những phần được công bố`} choices={choices} />
      <LongTextField<PublicationTyped>
        name="text"
        label={t`Lời của Thành phố (không bắt buộc)`}
        description={t`Đứng đầu trang công bố. Không ghi nội dung mật hoặc tên cán bộ.`}
      />
      {!isFirst && (
        <LongTextField<PublicationTyped>
          name="note"
          label={t`Nội dung đính chính`}
          description={t`Hiển thị công khai cùng bản này; bản trước vẫn xem được và ghi rõ đã được thay thế.`}
          required
        />
      )}
    </RecordForm>
  )
}

function LookButton({ look }: Pick<PublishingProps, "look">) {
  const { t } = useLingui()
  const { getValues } = useFormContext<PublicationTyped>()
  return <Button variant="default" onClick={() => look(getValues())}>{t`Xem trước`}</Button>
}

function typedOf(last: PublishingProps["last"]): PublicationTyped {
  return {
    parts: chosenParts.filter((part) => last?.parts.includes(part) ?? true),
    text: last?.text ?? "",
    note: "",
    reason: "",
  }
}
