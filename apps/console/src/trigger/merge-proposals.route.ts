import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const mergeProposalsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/van-ban-cho/gop",
  component: lazyRouteComponent(() => import("./merge-proposals.tsx"), "MergeProposals"),
})
