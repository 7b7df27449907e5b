import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const partnerDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/doi-tac/$id",
  component: lazyRouteComponent(() => import("./partner-detail.tsx"), "PartnerDetail"),
})
