import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const newExpertRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/chuyen-gia/moi",
  component: lazyRouteComponent(() => import("./new-expert.tsx"), "NewExpert"),
})
