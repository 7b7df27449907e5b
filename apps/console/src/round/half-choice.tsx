import { useLingui } from "@lingui/react/macro"
import { NativeSelect } from "@mantine/core"
import { useFormContext, useWatch } from "react-hook-form"
import { today } from "../calendar/today.ts"
import { comingHalves, halfOfCutOff, type RegularHalf } from "./regular-half.ts"
import type { RoundTyped } from "./round-form.ts"

/** In the language of the City's documents: it is recorded. */
const recordedName = ({ year, half }: RegularHalf) =>
  `Báo cáo 6 tháng ${half === 1 ? "đầu" : "cuối"} năm ${year}`

const keyOf = ({ year, half }: RegularHalf) => `${year}/${half}`

/** For which half of a year the plan asks: choosing one fills in the name and the days that the plan gives, all of them editable. */
export function HalfChoice() {
  const { t } = useLingui()
  const { getValues, setValue } = useFormContext<RoundTyped>()
  const cutOffOn = useWatch<RoundTyped, "cutOffOn">({ name: "cutOffOn" })
  const standing = halfOfCutOff(cutOffOn)
  const halves = comingHalves(today())
  const offered =
    standing === null || halves.some((each) => keyOf(each) === keyOf(standing))
      ? halves
      : [standing, ...halves]
  const nameOf = ({ year, half }: RegularHalf) =>
    half === 1 ? t`6 tháng đầu năm ${year}` : t`6 tháng cuối năm ${year}`
  return (
    <NativeSelect
      label={t`Kỳ theo Kế hoạch`}
      inputWrapperOrder={["label", "input", "description"]}
      description={t`Chọn để điền sẵn tên, ngày chốt số liệu và hạn báo cáo Chính phủ`}
      value={standing === null ? "" : keyOf(standing)}
      onChange={({ currentTarget: { value } }) => {
        const chosen = offered.find((each) => keyOf(each) === value)
        if (chosen === undefined) return
        const filled = { shouldDirty: true, shouldValidate: true }
        const name = getValues("name")
        if (name.trim() === "" || (standing !== null && name === recordedName(standing)))
          setValue("name", recordedName(chosen), filled)
        setValue("cutOffOn", chosen.cutOffOn, filled)
        setValue("governmentDueOn", chosen.governmentDueOn, filled)
      }}
    >
      {standing === null && <option value="">{t`Chọn kỳ`}</option>}
      {offered.map((each) => (
        <option key={keyOf(each)} value={keyOf(each)}>
          {nameOf(each)}
        </option>
      ))}
    </NativeSelect>
  )
}
