import type { OfficialTally } from "@plan43/official-tally"
import { FIGURES, takenOff } from "@plan43/official-tally"
import { ASSESSMENT_NAMES, FIGURE_NAMES, PUNCTUALITY_NAMES } from "../open-data/codes.ts"
import type {
  PublishedAgencies,
  PublishedContent,
  PublishedFigure,
  PublishedIndicator,
} from "../publication/published-content.ts"
import type { SectionFigures } from "../tally/tallies.ts"
import { addressOfTasks, inLanguage } from "./addresses.ts"
import { IndicatorChart, Swatch, TallyBar } from "./charts.tsx"
import { DataFiles } from "./data-files.tsx"
import { LANGUAGE_TAG } from "./language.ts"
import { Paragraphs, PublicationHeading } from "./publication-heading.tsx"
import { TallyTable, WideTable } from "./tables.tsx"
import { targetNumberOf } from "./target-number.ts"
import { Versions } from "./versions.tsx"
import type { PublicationView } from "./view.ts"
import type { Speech } from "./words.ts"

/** What was published of a round, but for the list of its tasks, which has a page of its own. */
export function PublicationPage({ view }: { view: PublicationView }) {
  const { content, said } = view
  const { words } = said
  const { text, tallies, sections, indicators, agencies, tasks } = content
  return (
    <>
      <PublicationHeading view={view} />
      <Contents content={content} said={said} />
      {text !== null && (
        <section id="thong-tin" aria-labelledby="thong-tin-ten">
          <h2 id="thong-tin-ten">{words.cityText}</h2>
          <Paragraphs text={text} />
        </section>
      )}
      {tallies !== null && <CityTally tally={tallies} said={said} />}
      {sections !== null && <Sections sections={sections} said={said} />}
      {indicators !== null && <Indicators indicators={indicators} said={said} />}
      {agencies !== null && <Agencies agencies={agencies} city={tallies} said={said} />}
      {tasks !== null && (
        <section id="nhiem-vu" aria-labelledby="nhiem-vu-ten">
          <h2 id="nhiem-vu-ten">{words.tasks}</h2>
          <p>
            {words.tasksSentence(said.number(tasks.rows.length))}{" "}
            {tasks.withheld > 0 && words.tasksWithheld(said.number(tasks.withheld))}
          </p>
          {view.standing !== null && (
            <p>
              <a className="more" href={inLanguage(addressOfTasks(view.place), said.language)}>
                {words.toTasks}
              </a>
            </p>
          )}
        </section>
      )}
      {view.standing !== null && (
        <>
          <DataFiles content={content} place={view.place} said={said} />
          <Versions view={view} standing={view.standing} />
        </>
      )}
    </>
  )
}

function Contents({ content, said: { words } }: { content: PublishedContent; said: Speech }) {
  const parts: [id: string, name: string, there: boolean][] = [
    ["thong-tin", words.cityText, content.text !== null],
    ["tong-hop", words.tallies, content.tallies !== null],
    ["nhom-nhiem-vu", words.sections, content.sections !== null],
    ["chi-tieu", words.indicators, content.indicators !== null],
    ["co-quan", words.agencies, content.agencies !== null],
    ["nhiem-vu", words.tasks, content.tasks !== null],
  ]
  return (
    <nav aria-label={words.contents} className="contents">
      <ul>
        {parts
          .filter(([, , there]) => there)
          .map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function CityTally({ tally, said }: { tally: OfficialTally; said: Speech }) {
  const { words, number, share, language } = said
  const completed = tally.completedOnTime + tally.completedLate
  return (
    <section id="tong-hop" aria-labelledby="tong-hop-ten">
      <h2 id="tong-hop-ten">{words.tallies}</h2>
      <p className="lead">
        {words.talliesSentence(number(completed), share(completed, tally.assigned), number(tally.assigned))}{" "}
        {words.overdueSentence(number(tally.overdue))}
      </p>
      <TallyBar tally={tally} />
      <table className="city">
        <caption className="unseen">{words.tallies}</caption>
        <thead className="unseen">
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.count}</th>
          </tr>
        </thead>
        <tbody>
          {FIGURES.map((figure) => (
            <tr key={figure} className={figure === "assigned" ? "whole" : undefined}>
              <th scope="row">
                {figure !== "assigned" && <Swatch figure={figure} />}
                {FIGURE_NAMES[figure][LANGUAGE_TAG[language]]}
              </th>
              <td className="figure" data-figure={figure}>
                {number(tally[figure])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Sections({ sections, said }: { sections: readonly SectionFigures[]; said: Speech }) {
  const { words } = said
  return (
    <section id="nhom-nhiem-vu" aria-labelledby="nhom-nhiem-vu-ten">
      <h2 id="nhom-nhiem-vu-ten">{words.sections}</h2>
      <TallyTable
        said={said}
        id="nhom-nhiem-vu-bang"
        caption={words.tasksBySection}
        heading={words.section}
        rows={sections.map(({ numeral, title, tally }) => ({
          key: numeral,
          name: (
            <span lang="vi">
              {numeral}. {title}
            </span>
          ),
          tally,
        }))}
      />
    </section>
  )
}

function Indicators({ indicators, said }: { indicators: readonly PublishedIndicator[]; said: Speech }) {
  const { words, number } = said
  const measured = indicators.filter(({ heading }) => !heading)
  const observed = measured.filter((indicator) => indicator.observed !== null)
  return (
    <section id="chi-tieu" aria-labelledby="chi-tieu-ten">
      <h2 id="chi-tieu-ten">{words.indicators}</h2>
      <p>{words.indicatorsSentence(number(observed.length), number(measured.length))}</p>
      <IndicatorCharts indicators={observed} said={said} />
      {[...Map.groupBy(indicators, ({ horizonYear }) => horizonYear)].map(([year, ofYear]) => (
        <IndicatorTable key={year} year={year} indicators={ofYear} said={said} />
      ))}
    </section>
  )
}

/** The indicators whose figures can be held against a number, each as a picture; the tables below have them all. */
function IndicatorCharts({ indicators, said }: { indicators: readonly PublishedIndicator[]; said: Speech }) {
  const { words } = said
  const charted = indicators.flatMap((indicator) => {
    const target = targetNumberOf(indicator.targetText)
    const { observed: now, before } = indicator
    return now === null || now.value === null || target === null
      ? []
      : [{ indicator, target, figure: now, now: Number(now.value), before: valueBefore(before) }]
  })
  if (charted.length === 0) return null
  return (
    <>
      <p className="soft">{words.chartLegend}</p>
      <ul className="charts">
        {charted.map(({ indicator: { code, name, unit, targetText, horizonYear }, figure, ...chart }) => (
          <li key={`${horizonYear} ${code}`}>
            <figure>
              <IndicatorChart {...chart} />
              <figcaption>
                <span lang="vi">
                  {code}. {name}
                </span>
                : <strong>{figureInWords(figure, said)}</strong>{" "}
                {unit !== null && <span lang="vi">{unit}</span>}
                <span className="soft">
                  {" "}
                  ({words.target.toLowerCase()} <span lang="vi">{targetText}</span>)
                </span>
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </>
  )
}

function valueBefore(figure: PublishedFigure | null): number | null {
  return figure === null || figure.value === null ? null : Number(figure.value)
}

interface IndicatorTableProps {
  year: number
  indicators: readonly PublishedIndicator[]
  said: Speech
}

function IndicatorTable({ year, indicators, said }: IndicatorTableProps) {
  const { words, day, language } = said
  const assessed = indicators.some(({ assessment }) => assessment != null)
  return (
    <WideTable id={`chi-tieu-${year}`} caption={words.horizon(year)}>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.indicator}</th>
          <th scope="col">{words.unit}</th>
          <th scope="col">{words.target}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.now}</th>
          <th scope="col">{words.periodEnd}</th>
          {assessed && <th scope="col">{words.assessment}</th>}
          <th scope="col">{words.source}</th>
          <th scope="col">{words.followedBy}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map(
          ({ code, name, unit, targetText, leadText, heading, observed, before, assessment }) => (
            <tr key={code}>
              <td>{code}</td>
              <th scope="row" lang="vi">
                {name}
              </th>
              <td lang="vi">{unit}</td>
              <td lang="vi">{targetText}</td>
              <td>{before && figureInWords(before, said)}</td>
              <td>
                {observed ? (
                  <strong>{figureInWords(observed, said)}</strong>
                ) : (
                  !heading && <span className="soft">{words.noFigure}</span>
                )}
              </td>
              <td>{observed && day(observed.periodEnd)}</td>
              {assessed && (
                <td>{assessment && !heading && ASSESSMENT_NAMES[assessment][LANGUAGE_TAG[language]]}</td>
              )}
              <td lang="vi">{observed?.source}</td>
              <td lang="vi">{leadText}</td>
            </tr>
          ),
        )}
      </tbody>
    </WideTable>
  )
}

/** e.g. "12,75 (ước)" */
function figureInWords(
  { value, words: told, provisional }: PublishedFigure,
  { words, number }: Speech,
): string {
  const said = value === null ? (told ?? "") : number(Number(value))
  return provisional ? `${said} (${words.provisional})` : said
}

interface AgenciesProps {
  agencies: PublishedAgencies
  /** null where the tally of the City was not published. */
  city: OfficialTally | null
  said: Speech
}

function Agencies({ agencies, city, said }: AgenciesProps) {
  const { words, language } = said
  return (
    <section id="co-quan" aria-labelledby="co-quan-ten">
      <h2 id="co-quan-ten">{words.agencies}</h2>
      <p>{words.agenciesNote}</p>
      <TallyTable
        said={said}
        id="co-quan-bang"
        caption={words.tasksByAgency}
        heading={words.agency}
        further={words.report}
        rows={[
          ...agencies.rows.map(({ name, punctuality, tally }) => ({
            key: name,
            name: <span lang="vi">{name}</span>,
            tally,
            further: PUNCTUALITY_NAMES[punctuality][LANGUAGE_TAG[language]],
          })),
          { key: "without", name: words.withoutAgency, tally: agencies.withoutAgency },
          {
            key: "again",
            name: words.countedAgain,
            tally: takenOff(agencies.countedAgain),
            withoutBar: true,
          },
          ...(city === null
            ? []
            : [{ key: "city", name: words.wholeCity, tally: city, whole: true as const }]),
        ]}
      />
    </section>
  )
}
