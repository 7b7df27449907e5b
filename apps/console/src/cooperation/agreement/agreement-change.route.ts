import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const agreementChangeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/thoa-thuan/$id/sua",
  component: lazyRouteComponent(() => import("./agreement-change.tsx"), "AgreementChange"),
})
