import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const newMilestoneRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-tieu/$code/moc/moi",
  component: lazyRouteComponent(() => import("./new-milestone.tsx"), "NewMilestone"),
})
