import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const newMethodRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/danh-gia/cach-tinh/moi",
  component: lazyRouteComponent(() => import("./new-method.tsx"), "NewMethod"),
})
