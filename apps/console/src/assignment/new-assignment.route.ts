import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const newAssignmentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/phan-cong/moi",
  component: lazyRouteComponent(() => import("./new-assignment.tsx"), "NewAssignment"),
})
