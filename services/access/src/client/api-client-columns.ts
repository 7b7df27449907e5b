import type { ApiClientDetails } from "./api-client-details.ts"

/** The details as they are kept. */
export function columnsOf(details: ApiClientDetails): Record<string, string | readonly string[]> {
  const { name, owner, contact, purpose, scopes, quotaPerMinute, expiresOn } = details
  return {
    name: name.trim(),
    owner: owner.trim(),
    contact: contact.trim(),
    purpose: purpose.trim(),
    scopes: [...new Set(scopes)].sort(),
    quota_per_minute: String(quotaPerMinute),
    expires_on: expiresOn,
  }
}
