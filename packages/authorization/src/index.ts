export { type Identity, type Requester, readRequester, writeRequester } from "./identity/identity.ts"
export { LARGEST_AGE, RequestVerifier, type SignatureFault } from "./request/request-verifier.ts"
export {
  LARGEST_SIGNED_BODY,
  type RequestMessage,
  signedMessage,
  VOUCHED_HEADERS,
} from "./request/signed-message.ts"
export {
  REQUESTER_HEADER,
  RequestSigner,
  SHORTEST_SECRET,
  SIGNATURE_HEADER,
  type SignedContent,
} from "./request/signed-request.ts"
export { AGENCY_ROLES, ROLES, type Role, rolesWith, scopesOf } from "./role/role.ts"
export { GRANTABLE_SCOPES, type GrantableScope, isScope, SCOPES, type Scope } from "./role/scope.ts"
