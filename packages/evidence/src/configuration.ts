import { resolve } from "node:path"
import { z } from "zod"

const folder = z
  .string()
  .default("")
  .transform((text) => resolve(text || ".data/evidence"))

const environment = z.discriminatedUnion("EVIDENCE_STORE", [
  z.object({ EVIDENCE_STORE: z.literal("file"), EVIDENCE_DIR: folder }),
  z.object({
    EVIDENCE_STORE: z.literal("s3"),
    EVIDENCE_DIR: folder,
    EVIDENCE_S3_BUCKET: z.string().min(3),
    EVIDENCE_S3_REGION: z.string().min(1).default("us-east-1"),
    EVIDENCE_S3_ENDPOINT: z.url().optional(),
    EVIDENCE_S3_ACCESS_KEY_ID: z.string().min(1),
    EVIDENCE_S3_SECRET_ACCESS_KEY: z.string().min(1),
  }),
])

/** Where the bytes of files lie: in the folder, or in a bucket once they came into the folder. */
export type EvidenceConfiguration =
  | { store: "file"; directory: string }
  | {
      store: "s3"
      directory: string
      bucket: string
      region: string
      /** null: that of Amazon for the region. */
      endpoint: string | null
      accessKeyId: string
      secretAccessKey: string
    }

/** The environment is not right; the message lists every variable at fault. */
export class EvidenceConfigurationInvalid extends Error {
  constructor(issues: readonly { path: PropertyKey[]; message: string }[]) {
    super(issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "))
    this.name = "EvidenceConfigurationInvalid"
  }
}

/**
 * Reads EVIDENCE_STORE ("file", or "s3" for any store that speaks S3) and what belongs to it.
 * @throws EvidenceConfigurationInvalid
 */
export function readEvidenceConfiguration(env: NodeJS.ProcessEnv): EvidenceConfiguration {
  const parsed = environment.safeParse({ ...env, EVIDENCE_STORE: env.EVIDENCE_STORE || "file" })
  if (!parsed.success) throw new EvidenceConfigurationInvalid(parsed.error.issues)
  const { data } = parsed
  if (data.EVIDENCE_STORE === "file") return { store: "file", directory: data.EVIDENCE_DIR }
  return {
    store: "s3",
    directory: data.EVIDENCE_DIR,
    bucket: data.EVIDENCE_S3_BUCKET,
    region: data.EVIDENCE_S3_REGION,
    endpoint: data.EVIDENCE_S3_ENDPOINT ?? null,
    accessKeyId: data.EVIDENCE_S3_ACCESS_KEY_ID,
    secretAccessKey: data.EVIDENCE_S3_SECRET_ACCESS_KEY,
  }
}
