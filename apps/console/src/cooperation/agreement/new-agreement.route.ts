import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const newAgreementRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/thoa-thuan/moi",
  component: lazyRouteComponent(() => import("./new-agreement.tsx"), "NewAgreement"),
})
