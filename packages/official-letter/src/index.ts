export { inWords, officialDate } from "./official-date.ts"
export type {
  Annex,
  Block,
  Column,
  Copy,
  OfficialLetter,
  Signature,
  TableRow,
  Title,
} from "./official-letter.ts"
export { OFFICIAL_LETTER_MEDIA_TYPE, writeOfficialLetter } from "./write-official-letter.ts"
