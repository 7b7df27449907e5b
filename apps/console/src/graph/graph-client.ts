import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client"
import { ErrorLink } from "@apollo/client/link/error"
import { currentSession, readSession } from "../session/session.ts"
import { askById } from "./ask-by-id.ts"
import { failureOf } from "./failure.ts"
import { lists } from "./lists.ts"

/** A refusal that takes whoever is signed in for a stranger: whether the session still stands is asked anew. */
const strangerLink = new ErrorLink(({ error }) => {
  if (currentSession().state === "SIGNED_IN" && failureOf(error).kind === "SIGN_IN_NEEDED") void readSession()
})

/** The graph behind the address this console came from. */
export const graphClient = new ApolloClient({
  link: ApolloLink.from([
    strangerLink,
    new HttpLink({ uri: "/graphql", credentials: "same-origin", fetch: askById }),
  ]),
  cache: new InMemoryCache({ typePolicies: lists }),
})
