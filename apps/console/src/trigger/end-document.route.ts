import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const endDocumentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/van-ban-cho/$id/het-hieu-luc",
  component: lazyRouteComponent(() => import("./end-document.tsx"), "EndDocument"),
})
