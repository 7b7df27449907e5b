import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const taskDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nhiem-vu/$code",
  component: lazyRouteComponent(() => import("./task-detail.tsx"), "TaskDetail"),
})
