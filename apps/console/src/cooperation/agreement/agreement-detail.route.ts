import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const agreementDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/thoa-thuan/$id",
  component: lazyRouteComponent(() => import("./agreement-detail.tsx"), "AgreementDetail"),
})
