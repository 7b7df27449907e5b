import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { assignmentSearch } from "./assignment-search.ts"

export const assignmentRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/phan-cong",
  validateSearch: assignmentSearch.known,
  component: lazyRouteComponent(() => import("./assignment-register.tsx"), "AssignmentRegister"),
})
