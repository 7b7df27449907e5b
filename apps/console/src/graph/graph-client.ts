import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client"
import { relayStylePagination } from "@apollo/client/utilities"
import { askById } from "./ask-by-id.ts"

/** Lists grow page by page under one entry per filter and order. */
const pages = relayStylePagination(["filter", "orderBy", "asOf"])

/** The graph behind the address this console came from. */
export const graphClient = new ApolloClient({
  link: new HttpLink({ uri: "/graphql", credentials: "same-origin", fetch: askById }),
  cache: new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          tasks: pages,
          indicators: pages,
          agencies: pages,
          triggers: pages,
          cooperationProgrammes: pages,
          partners: pages,
          agreements: pages,
          cooperationActivities: pages,
          experts: pages,
        },
      },
      Agency: { fields: { ledTasks: pages, coordinatedTasks: pages, indicators: pages, members: pages } },
    },
  }),
})
