/** Evidence as it was given: an address becomes a link, anything else stays words. */
export function EvidenceWords({ evidence }: { evidence: string }) {
  return /^https?:\/\/\S+$/iu.test(evidence) ? (
    <a href={evidence} rel="noreferrer noopener">
      {evidence}
    </a>
  ) : (
    <span lang="vi">{evidence}</span>
  )
}
