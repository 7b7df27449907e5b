import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const partnerChangeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/doi-tac/$id/sua",
  component: lazyRouteComponent(() => import("./partner-change.tsx"), "PartnerChange"),
})
