import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { verificationSearch } from "./verification-search.ts"

export const verificationQueueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/xac-minh",
  validateSearch: verificationSearch.known,
  component: lazyRouteComponent(() => import("./verification-queue.tsx"), "VerificationQueue"),
})
