/** Letters of the longest name: whatever they are, it fits into the 255 bytes of common file systems. */
const LONGEST_NAME = 80

/** What is written into a name's place where nothing of it is left. */
const NAMELESS = "tai-lieu"

/**
 * A name under which a file can be kept and handed out: without folders, without what steers terminals, pages, headers or
 * reading direction, without what a file system of any kind does not take; Vietnamese letters stay, composed (NFC).
 */
export function sanitisedName(given: string): string {
  const whole = given.normalize("NFC")
  const last = whole.slice(Math.max(whole.lastIndexOf("/"), whole.lastIndexOf("\\")) + 1)
  const clean = last
    // Controls, marks without width or of direction, halves of letters, private use.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[<>:"|?*;%]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
  const dot = clean.lastIndexOf(".")
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ""]
  if (stem === "" || extension.length > 10) return sliceLetters(clean || NAMELESS, LONGEST_NAME)
  return `${sliceLetters(stem.trimEnd(), LONGEST_NAME - extension.length)}${extension}`
}

/** By letters, not by halves of them. */
function sliceLetters(text: string, most: number): string {
  return Array.from(text).slice(0, most).join("")
}

/**
 * The header that makes a browser keep an answer as a file of this name: for old programs in ASCII, for all others whole.
 * Source: RFC 6266, with the encoding of RFC 8187 (which replaced RFC 5987).
 */
export function contentDisposition(name: string): string {
  const ascii = name
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^ !#$&+\-.^_`|~A-Za-z0-9]/g, "_")
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
