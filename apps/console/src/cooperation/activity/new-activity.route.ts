import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const newActivityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/hoat-dong/moi",
  component: lazyRouteComponent(() => import("./new-activity.tsx"), "NewActivity"),
})
