import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { newObstacleSearch } from "./obstacle-search.ts"

export const newObstacleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/vuong-mac/moi",
  validateSearch: newObstacleSearch.known,
  component: lazyRouteComponent(() => import("./new-obstacle.tsx"), "NewObstacle"),
})
