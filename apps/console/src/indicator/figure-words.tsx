import { useLingui } from "@lingui/react/macro"
import type { IndicatorMeasure } from "../__generated__/graphql.ts"
import { printedFigure } from "../form/figure.ts"

interface FigureWordsProps {
  value: number | null | undefined
  measure: IndicatorMeasure
  unit?: string | null | undefined
}

/** A figure of an indicator as one reads it: with its unit, or done and not done in words. */
export function FigureWords({ value, measure, unit }: FigureWordsProps) {
  const { t, i18n } = useLingui()
  if (value == null) return <>{t`không có con số`}</>
  if (measure === "DONE_OR_NOT") return <>{value >= 1 ? t`Đã hoàn thành` : t`Chưa hoàn thành`}</>
  if (measure === "RANK") return <>{t`hạng ${printedFigure(value, i18n.locale)}`}</>
  return (
    <>
      {printedFigure(value, i18n.locale)}
      {unit && <> {<span lang="vi">{unit}</span>}</>}
    </>
  )
}
