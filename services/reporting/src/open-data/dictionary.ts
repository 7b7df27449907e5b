import type { DataTable } from "./data-table.ts"

const text = (name: string, vi: string, en: string) => ({
  ...{ name, type: "text" as const },
  label: { vi, en },
  description: { vi, en },
})

/** What every column of every table means: a table itself, so it is taken along as they are. */
export function dictionaryOf(tables: readonly DataTable[]): DataTable {
  return {
    name: "tu-dien",
    title: { vi: "Từ điển dữ liệu", en: "Data dictionary" },
    description: {
      vi: "Ý nghĩa của từng cột trong từng bảng",
      en: "What every column of every table means",
    },
    columns: [
      text("table", "Bảng", "Table"),
      text("column", "Cột", "Column"),
      text("label_vi", "Tên cột (tiếng Việt)", "Heading in Vietnamese"),
      text("label_en", "Tên cột (tiếng Anh)", "Heading in English"),
      text("type", "Kiểu", "Type"),
      text("description_vi", "Ý nghĩa (tiếng Việt)", "Meaning in Vietnamese"),
      text("description_en", "Ý nghĩa (tiếng Anh)", "Meaning in English"),
      text("codes_vi", "Các mã (tiếng Việt)", "Codes in Vietnamese"),
      text("codes_en", "Các mã (tiếng Anh)", "Codes in English"),
    ],
    rows: tables.flatMap((table) =>
      table.columns.map(({ name, label, type, description, codes = {} }) => {
        const meanings = (language: "vi" | "en") =>
          Object.entries(codes)
            .map(([code, meaning]) => `${code}: ${meaning[language]}`)
            .join("; ") || null
        return [
          ...[table.name, name, label.vi, label.en, type, description.vi, description.en],
          meanings("vi"),
          meanings("en"),
        ]
      }),
    ),
  }
}
