const KILOBYTE = 1024

/**
 * A size as people read it, e.g. "1,2 MB".
 * @param bytes a whole number
 * @param language a BCP 47 tag
 */
export function printedSize(bytes: number, language: string): string {
  const [amount, unit] =
    bytes < KILOBYTE
      ? [bytes, "B"]
      : bytes < KILOBYTE * KILOBYTE
        ? [bytes / KILOBYTE, "KB"]
        : [bytes / KILOBYTE / KILOBYTE, "MB"]
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(amount)} ${unit}`
}
