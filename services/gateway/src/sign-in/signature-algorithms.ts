/** The signatures that are believed, whatever a token says of itself: public keys only, never "none" nor a shared secret. */
export const SIGNATURE_ALGORITHMS = ["RS256", "ES256", "PS256", "EdDSA"] as const
