import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const assignmentChangeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/phan-cong/$id/sua",
  component: lazyRouteComponent(() => import("./assignment-change.tsx"), "AssignmentChange"),
})
