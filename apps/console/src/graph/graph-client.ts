import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client"
import { ErrorLink } from "@apollo/client/link/error"
import { relayStylePagination } from "@apollo/client/utilities"
import { currentSession, readSession } from "../session/session.ts"
import { askById } from "./ask-by-id.ts"
import { failureOf } from "./failure.ts"

/** Lists grow page by page under one entry per filter and order. */
const pages = relayStylePagination(["filter", "orderBy", "asOf"])

/** Types whose timeline is read page by page, besides those that have other lists. */
const WITH_HISTORY = [
  "Agreement",
  "CalendarException",
  "ApiClient",
  "CooperationActivity",
  "CooperationProgramme",
  "Expert",
  "Indicator",
  "Obstacle",
  "Partner",
  "PersonAssignment",
  "Task",
  "Trigger",
]

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
  cache: new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          tasks: pages,
          obligations: pages,
          reportsToVerify: pages,
          indicators: pages,
          closedPeriods: pages,
          agencies: pages,
          agencyChanges: pages,
          triggers: pages,
          cooperationProgrammes: pages,
          partners: pages,
          agreements: pages,
          cooperationActivities: pages,
          experts: pages,
          apiClients: pages,
          assignments: pages,
          auditEntries: pages,
          notifications: pages,
          deliveries: pages,
        },
      },
      TaskObligation: { fields: { reports: pages } },
      Agency: {
        fields: {
          ledTasks: pages,
          coordinatedTasks: pages,
          indicators: pages,
          members: pages,
          history: pages,
        },
      },
      ...Object.fromEntries(WITH_HISTORY.map((type) => [type, { fields: { history: pages } }])),
    },
  }),
})
