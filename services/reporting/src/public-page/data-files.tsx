import { DATA_FORMATS } from "../open-data/data-file.ts"
import { dataTablesOf } from "../open-data/data-tables.ts"
import { dictionaryOf } from "../open-data/dictionary.ts"
import type { PublishedContent } from "../publication/published-content.ts"
import { addressOfData, type Place } from "./addresses.ts"
import { LANGUAGE_TAG } from "./language.ts"
import type { Speech } from "./words.ts"

interface DataFilesProps {
  content: PublishedContent
  place: Place
  said: Speech
}

/** What was published as files, the dictionary that says what they mean, and by which licence others may use them. */
export function DataFiles({ content, place, said: { words, language } }: DataFilesProps) {
  const tables = dataTablesOf(content)
  const tag = LANGUAGE_TAG[language]
  const { licence } = content
  return (
    <section id="tai-du-lieu" aria-labelledby="tai-du-lieu-ten">
      <h2 id="tai-du-lieu-ten">{words.downloads}</h2>
      <p>{words.downloadsNote}</p>
      <table className="files">
        <caption className="unseen">{words.downloads}</caption>
        <thead>
          <tr>
            <th scope="col">{words.table}</th>
            <th scope="col">{words.files}</th>
          </tr>
        </thead>
        <tbody>
          {[...tables, dictionaryOf(tables)].map(({ name, title, description }) => (
            <tr key={name}>
              <th scope="row">
                {title[tag]}
                <span className="soft">{description[tag]}</span>
              </th>
              <td>
                {DATA_FORMATS.map((format) => (
                  <a key={format} href={addressOfData(place, name, format)} download="">
                    {format.toUpperCase()}
                    <span className="unseen"> {title[tag]}</span>
                  </a>
                ))}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.allTables}</th>
            <td>
              {(["xlsx", "json"] as const).map((format) => (
                <a key={format} href={addressOfData(place, null, format)} download="">
                  {format.toUpperCase()}
                  <span className="unseen"> {words.allTables}</span>
                </a>
              ))}
            </td>
          </tr>
        </tbody>
      </table>
      <p>
        {words.licence}:{" "}
        <a rel="license" href={licence.url}>
          {licence.name}
        </a>
        . {words.licenceSentence}
      </p>
    </section>
  )
}
