import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const assignmentDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/phan-cong/$id",
  component: lazyRouteComponent(() => import("./assignment-detail.tsx"), "AssignmentDetail"),
})
