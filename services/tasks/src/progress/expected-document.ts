const DOCUMENT =
  /^(quyết định|kế hoạch|văn bản|chương trình|nghị quyết|đề án|quy chế|báo cáo|danh mục|thỏa thuận)(?![\p{L}])/iu

/**
 * Whether the result that a task is to have is a document: a decision, plan, scheme, report …
 * @param expectedResult the cell "Kết quả", verbatim, e.g. "Quyết định của UBND Thành phố"; null where it is empty
 * Source: Plan 43/KH-UBND, Annex II, column 5.
 */
export function expectsDocument(expectedResult: string | null): boolean {
  return expectedResult !== null && DOCUMENT.test(expectedResult.trim())
}
