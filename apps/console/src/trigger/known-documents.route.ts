import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const knownDocumentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/van-ban-cho/goi-y",
  component: lazyRouteComponent(() => import("./known-documents.tsx"), "KnownDocuments"),
})
