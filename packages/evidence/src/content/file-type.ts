/** What offices hand in; how each is named, and what it is called in Vietnamese. */
export const FILE_TYPES = {
  PDF: { mediaType: "application/pdf", extensions: ["pdf"], name: "PDF" },
  DOCX: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx"],
    name: "Word (DOCX)",
  },
  XLSX: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extensions: ["xlsx"],
    name: "Excel (XLSX)",
  },
  PPTX: {
    mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    extensions: ["pptx"],
    name: "PowerPoint (PPTX)",
  },
  DOC: { mediaType: "application/msword", extensions: ["doc"], name: "Word (DOC)" },
  XLS: { mediaType: "application/vnd.ms-excel", extensions: ["xls"], name: "Excel (XLS)" },
  ODT: { mediaType: "application/vnd.oasis.opendocument.text", extensions: ["odt"], name: "ODT" },
  ODS: { mediaType: "application/vnd.oasis.opendocument.spreadsheet", extensions: ["ods"], name: "ODS" },
  PNG: { mediaType: "image/png", extensions: ["png"], name: "ảnh PNG" },
  JPEG: { mediaType: "image/jpeg", extensions: ["jpg", "jpeg"], name: "ảnh JPEG" },
  TIFF: { mediaType: "image/tiff", extensions: ["tif", "tiff"], name: "ảnh TIFF" },
} as const satisfies Readonly<
  Record<string, { mediaType: string; extensions: readonly string[]; name: string }>
>

export type FileType = keyof typeof FILE_TYPES

/** For messages: what may be handed in. */
export const ACCEPTED_TYPES = "PDF, DOCX, XLSX, PPTX, DOC, XLS, ODT, ODS, PNG, JPEG, TIFF"

/** The type that a file's name promises; null where it promises none that is taken. */
export function typePromisedBy(name: string): FileType | null {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase()
  for (const [type, { extensions }] of Object.entries(FILE_TYPES))
    if ((extensions as readonly string[]).includes(extension)) return type as FileType
  return null
}
