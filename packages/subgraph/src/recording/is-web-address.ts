/** Only what a browser opens as a page: a link that people wrote is shown to everybody. */
export function isWebAddress(link: string): boolean {
  return URL.canParse(link) && ["http:", "https:"].includes(new URL(link).protocol)
}
