import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const decideTaskRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nhiem-vu/$code/quyet-dinh",
  component: lazyRouteComponent(() => import("./decide-task.tsx"), "DecideTask"),
})
