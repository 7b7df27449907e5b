export {
  looksLikeZip,
  MOST_ENTRIES,
  type ZipEntry,
  ZipUnreadable,
  zipDirectory,
  zipPart,
} from "./zip-directory.ts"
