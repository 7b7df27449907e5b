import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const receiptRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bao-cao/$id/bien-nhan",
  component: lazyRouteComponent(() => import("./receipt.tsx"), "Receipt"),
})
