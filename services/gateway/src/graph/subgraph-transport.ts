import type { GatewayConfig } from "@graphql-hive/gateway-runtime"
import { print } from "graphql"
import type { SubgraphClients } from "../subgraph/subgraph-clients.ts"
import { SubgraphUnavailable } from "../subgraph/subgraph-unavailable.ts"
import type { GraphRequestContext } from "./graph.ts"

type Transports = Exclude<
  GatewayConfig<GraphRequestContext>["transports"],
  undefined | ((kind: string) => unknown)
>
type Transport = Exclude<Awaited<Transports[string]>, { default: unknown }>
type Executor = Awaited<ReturnType<Transport["getSubgraphExecutor"]>>

/** Hive's executor asks subgraphs through the gateway's own clients. */
export function subgraphTransport(subgraphs: SubgraphClients): Transport {
  return {
    getSubgraphExecutor({ subgraphName }) {
      const execute = async (request: Parameters<Executor>[0]) => {
        try {
          return await subgraphs.named(subgraphName).ask({
            query: print(request.document),
            variables: request.variables,
            operationName: request.operationName,
            repeatable: request.operationType !== "mutation",
            requestId: (request.context as GraphRequestContext).requestId,
          })
        } catch (error) {
          if (error instanceof SubgraphUnavailable) return { errors: [error] }
          throw error
        }
      }
      return execute as Executor
    },
  }
}
