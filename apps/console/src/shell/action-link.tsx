import { createLink } from "@tanstack/react-router"
import type { AnchorHTMLAttributes } from "react"
import styles from "./page.module.css"

/** A link that begins something: looks like the button that ends it. */
export const ActionLink = createLink((props: AnchorHTMLAttributes<HTMLAnchorElement>) => (
  <a {...props} className={`${styles.action} not-printed`} />
))
