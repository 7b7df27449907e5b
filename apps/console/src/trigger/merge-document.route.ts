import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const mergeDocumentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/van-ban-cho/$id/gop",
  component: lazyRouteComponent(() => import("./merge-document.tsx"), "MergeDocument"),
})
