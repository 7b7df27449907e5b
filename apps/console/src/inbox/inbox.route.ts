import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { inboxSearch } from "./inbox-search.ts"

export const inboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/thong-bao",
  validateSearch: inboxSearch.known,
  component: lazyRouteComponent(() => import("./inbox.tsx"), "Inbox"),
})
