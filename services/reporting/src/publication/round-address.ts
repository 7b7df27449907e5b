/** The longest part of a name that an address keeps. */
const LONGEST = 80

/**
 * What a round is called in addresses of the public page, e.g. "bao-cao-6-thang-dau-nam-2026": permanent from its first
 * publication on, whatever it is called later.
 * @param taken addresses of other rounds
 */
export function roundAddressOf(name: string, taken: ReadonlySet<string>): string {
  const wanted =
    name
      .replaceAll(/đ/gi, "d")
      .normalize("NFD")
      .replaceAll(/\p{M}+/gu, "")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .slice(0, LONGEST)
      .replaceAll(/^-+|-+$/g, "") || "ky-bao-cao"
  let address = wanted
  for (let next = 2; taken.has(address); next += 1) address = `${wanted}-${next}`
  return address
}
