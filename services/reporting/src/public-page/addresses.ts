import type { DataFormat } from "../open-data/data-file.ts"
import { LANGUAGE_TAG, type Language } from "./language.ts"

/** The list of all that was published. */
export const LIST_PATH = "/cong-bo"

/** What was published of a round: in a version, or whichever is the last one. */
export interface Place {
  address: string
  version: number | null
}

/** Permanent: an address that was given once leads to what it led to, or to what became of it. */
export function addressOfPage({ address, version }: Place): string {
  return version === null ? `${LIST_PATH}/${address}` : `${LIST_PATH}/${address}/phien-ban/${version}`
}

/** The page with all tasks. */
export function addressOfTasks(place: Place): string {
  return `${addressOfPage(place)}/nhiem-vu`
}

/** A table as a file, or all of them. */
export function addressOfData(place: Place, table: string | null, format: DataFormat): string {
  return `${addressOfPage(place)}/du-lieu${table === null ? "" : `/${table}`}.${format}`
}

/** The address of a page in a language; Vietnamese is what there is without asking. */
export function inLanguage(path: string, language: Language): string {
  return language === "VI" ? path : `${path}?lang=${LANGUAGE_TAG[language]}`
}
