import { looksLikeZip, type ZipEntry, ZipUnreadable, zipDirectory, zipPart } from "@plan43/zip-container"
import { fileTypeFromBuffer } from "file-type"
import { ACCEPTED_TYPES, FILE_TYPES, type FileType, typePromisedBy } from "./file-type.ts"

/** Why a file is not taken. */
export interface FileFault {
  code:
    | "FILE_TYPE_REFUSED"
    | "FILE_CONTENT_NOT_AS_NAMED"
    | "FILE_WITH_MACROS"
    | "FILE_ENCRYPTED"
    | "FILE_DAMAGED"
  /** In Vietnamese: what is wrong and what would be right. */
  message: string
}

/** More than documents unpack to: what is larger fills the memory of whoever opens it. */
const LARGEST_UNPACKED = 500_000_000

/** More than the list of a document's parts needs. */
const LARGEST_LIST = 4_000_000

const CONTENT_TYPES = "[Content_Types].xml"

/** The part without which a document of Office Open XML is none of its kind. */
const MAIN_PARTS: readonly (readonly [prefix: string, type: FileType])[] = [
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "DOCX"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "XLSX"],
  ["application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "PPTX"],
]

/**
 * What a file is by its content, and whether it may be taken: its name has to promise the same. A program that calls
 * itself a document, a document with macros, one that nobody can look into, and a container that unpacks to more than it
 * should are not taken.
 * @param file the whole file
 * @param name as it was given
 */
export async function checkContent(
  file: Buffer,
  name: string,
): Promise<{ type: FileType } | { fault: FileFault }> {
  try {
    const found = looksLikeZip(file)
      ? typeOfContainer(file)
      : isCompoundFile(file)
        ? typeOfCompoundFile(file)
        : await typeOfFlatFile(file)
    if (typeof found !== "string") return { fault: found }
    if (typePromisedBy(name) !== found)
      return {
        fault: {
          code: "FILE_CONTENT_NOT_AS_NAMED",
          message: `Nội dung của tệp “${name}” là ${FILE_TYPES[found].name}; hãy đặt lại phần mở rộng là .${FILE_TYPES[found].extensions[0]}, hoặc chọn đúng tệp`,
        },
      }
    return { type: found }
  } catch (error) {
    if (error instanceof ZipUnreadable) return { fault: DAMAGED }
    throw error
  }
}

async function typeOfFlatFile(file: Buffer): Promise<FileType | FileFault> {
  const found = await fileTypeFromBuffer(file)
  if (found?.mime === FILE_TYPES.PDF.mediaType)
    // Written last: who lost the end of a file lost it, too.
    return file.subarray(-2048).includes("%%EOF") ? "PDF" : DAMAGED
  for (const type of ["PNG", "JPEG", "TIFF"] as const)
    if (found?.mime === FILE_TYPES[type].mediaType) return type
  return UNKNOWN
}

/** Office Open XML (ISO/IEC 29500-2) or OpenDocument (ISO/IEC 26300-3); nothing else that is packed as a zip. */
function typeOfContainer(file: Buffer): FileType | FileFault {
  const entries = zipDirectory(file)
  if (entries.some(({ encrypted }) => encrypted)) return ENCRYPTED
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > LARGEST_UNPACKED) return DAMAGED
  const list = entries.find(({ name }) => name === CONTENT_TYPES)
  if (list !== undefined) return typeOfOpenXml(entries, zipPart(file, list, LARGEST_LIST).toString("utf8"))
  const [first] = entries.toSorted((one, other) => one.offset - other.offset)
  if (first?.name === "mimetype" && first.method === 0)
    return typeOfOpenDocument(entries, zipPart(file, first, 200).toString("latin1"))
  return UNKNOWN
}

function typeOfOpenXml(entries: readonly ZipEntry[], contentTypes: string): FileType | FileFault {
  // A part with macros may have any name; what it is stands in the list of types.
  if (/vbaProject|macroEnabled|macrosheet/i.test(contentTypes)) return MACROS
  if (entries.some(({ name }) => /vba(project|data)\.|(^|\/)macrosheets\//i.test(name))) return MACROS
  const main = MAIN_PARTS.filter(([contentType]) => contentTypes.includes(`"${contentType}"`))
  const [only] = main
  return main.length === 1 && only !== undefined ? only[1] : UNKNOWN
}

function typeOfOpenDocument(entries: readonly ZipEntry[], mediaType: string): FileType | FileFault {
  if (entries.some(({ name }) => /^(Basic|Scripts)\//i.test(name))) return MACROS
  for (const type of ["ODT", "ODS"] as const) if (mediaType === FILE_TYPES[type].mediaType) return type
  return UNKNOWN
}

const COMPOUND_FILE = Buffer.from("d0cf11e0a1b11ae1", "hex")

function isCompoundFile(file: Buffer): boolean {
  return file.subarray(0, 8).equals(COMPOUND_FILE)
}

/**
 * The older documents of Office are files within a file ([MS-CFB]); the names of those stand in its directory in UTF-16.
 * They are looked for everywhere: a text that speaks of such a name is refused, too, rather than one hidden.
 */
function typeOfCompoundFile(file: Buffer): FileType | FileFault {
  const has = (name: string) => file.includes(Buffer.from(name, "utf16le"))
  if (has("EncryptedPackage")) return ENCRYPTED
  if (has("_VBA_PROJECT")) return MACROS
  if (has("WordDocument\0")) return "DOC"
  return has("Workbook\0") || has("Book\0") ? "XLS" : UNKNOWN
}

const UNKNOWN: FileFault = {
  code: "FILE_TYPE_REFUSED",
  message: `Nội dung của tệp không thuộc loại được nhận; hãy gửi một trong các loại ${ACCEPTED_TYPES}`,
}

const MACROS: FileFault = {
  code: "FILE_WITH_MACROS",
  message: "Tệp có macro nên không được nhận; hãy lưu lại thành DOCX, XLSX hoặc PDF không có macro",
}

const ENCRYPTED: FileFault = {
  code: "FILE_ENCRYPTED",
  message: "Tệp có mật khẩu nên không kiểm tra được; hãy gỡ mật khẩu rồi gửi lại",
}

const DAMAGED: FileFault = {
  code: "FILE_DAMAGED",
  message: "Tệp bị hỏng hoặc bị cắt; hãy mở thử trên máy của mình, lưu lại rồi gửi lại",
}
