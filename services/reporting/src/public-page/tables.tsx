import { FIGURES, type OfficialTally } from "@plan43/official-tally"
import type { ReactNode } from "react"
import { FIGURE_NAMES } from "../open-data/codes.ts"
import { TallyBar } from "./charts.tsx"
import { LANGUAGE_TAG } from "./language.ts"
import type { Speech } from "./words.ts"

interface WideTableProps {
  caption: string
  /** Names what can be scrolled. */
  id: string
  children: ReactNode
}

/** A table that may be wider than a phone: it is scrolled by itself, by keyboard too. */
export function WideTable({ caption, id, children }: WideTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reached by keyboard
    <section className="wide" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id}>{caption}</caption>
        {children}
      </table>
    </section>
  )
}

export interface TallyTableRow {
  key: string
  name: ReactNode
  tally: OfficialTally
  /** Of what is taken off there is no bar. */
  withoutBar?: true
  whole?: true
  /** What stands in the further column. */
  further?: string
}

interface TallyTableProps {
  said: Speech
  id: string
  caption: string
  heading: string
  /** The heading of a further column. */
  further?: string
  rows: readonly TallyTableRow[]
}

/** Tallies, one below the other, each with its bar. */
export function TallyTable({ said, id, caption, heading, further, rows }: TallyTableProps) {
  const { words, language, number } = said
  return (
    <WideTable caption={caption} id={id}>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {FIGURES.map((figure) => (
            <th key={figure} scope="col" className="figure">
              {FIGURE_NAMES[figure][LANGUAGE_TAG[language]]}
            </th>
          ))}
          {further !== undefined && <th scope="col">{further}</th>}
          <th scope="col">{words.chart}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, tally, withoutBar, whole, further: more }) => (
          <tr key={key} className={whole ? "whole" : undefined}>
            <th scope="row">{name}</th>
            {FIGURES.map((figure) => (
              <td key={figure} className="figure">
                {number(tally[figure])}
              </td>
            ))}
            {further !== undefined && <td>{more}</td>}
            <td className="chart">{!withoutBar && <TallyBar tally={tally} />}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
