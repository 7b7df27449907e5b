import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const newPartnerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/doi-tac/moi",
  component: lazyRouteComponent(() => import("./new-partner.tsx"), "NewPartner"),
})
