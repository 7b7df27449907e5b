import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const milestoneChangeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-tieu/$code/moc/$id/sua",
  component: lazyRouteComponent(() => import("./milestone-change.tsx"), "MilestoneChange"),
})
