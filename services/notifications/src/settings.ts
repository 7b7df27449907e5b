import { ConfigurationInvalid } from "@plan43/subgraph"
import { z } from "zod"

/** How notices leave the platform. */
export interface MailSettings {
  /** e.g. "smtps://user:password@mail.hanoi.gov.vn:465" */
  smtpUrl: string
  /** e.g. "Theo dõi Kế hoạch 43 <khong-tra-loi@hanoi.gov.vn>" */
  from: string
  /** Where people reach the console, e.g. "https://kehoach43.hanoi.gov.vn" */
  publicOrigin: string
  /** How often a message is tried before somebody has to look. */
  attempts: number
  /** How long until the second attempt; every further one waits about twice as long. */
  firstDelaySeconds: number
}

/** What this subgraph reads from its environment besides what every one does. */
export interface NotificationsSettings {
  /** null: nothing is sent, and notices are in the console alone. */
  mail: MailSettings | null
  /** The connection of its own role, which the jobs use, too; null: no jobs run. */
  jobsDatabaseUrl: string | null
}

/** A walk through the schema, or a test that sends nothing. */
export const NOTHING_SENT: NotificationsSettings = { mail: null, jobsDatabaseUrl: null }

const environment = z.object({
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("Theo dõi Kế hoạch 43 <khong-tra-loi@localhost>"),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).default("http://localhost:4000"),
  MAIL_ATTEMPTS: z.coerce.number().int().min(1).max(20).default(8),
  MAIL_RETRY_SECONDS: z.coerce.number().int().min(1).max(3_600).default(30),
  DATABASE_URL: z.string(),
})

/** @throws ConfigurationInvalid */
export function readNotificationsSettings(env: NodeJS.ProcessEnv): NotificationsSettings {
  const parsed = environment.safeParse({ ...env, SMTP_URL: env.SMTP_URL || undefined })
  if (!parsed.success) throw new ConfigurationInvalid(parsed.error.issues)
  const { SMTP_URL, MAIL_FROM, MAIL_ATTEMPTS, MAIL_RETRY_SECONDS, PUBLIC_ORIGIN, DATABASE_URL } = parsed.data
  return {
    mail:
      SMTP_URL === undefined
        ? null
        : {
            smtpUrl: SMTP_URL,
            from: MAIL_FROM,
            publicOrigin: PUBLIC_ORIGIN,
            attempts: MAIL_ATTEMPTS,
            firstDelaySeconds: MAIL_RETRY_SECONDS,
          },
    jobsDatabaseUrl: DATABASE_URL,
  }
}
