import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"
import { expertSearch } from "./expert-search.ts"

export const expertRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/chuyen-gia",
  validateSearch: expertSearch.known,
  component: lazyRouteComponent(() => import("./expert-register.tsx"), "ExpertRegister"),
})
