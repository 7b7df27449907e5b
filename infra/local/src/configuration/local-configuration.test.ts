import { describe, expect, test } from "vitest"
import { ConfigurationInvalid, readLocalConfiguration } from "./local-configuration.ts"

describe("the configuration of a local start", () => {
  test("needs nothing: port 4000 on this machine only, the embedded database in .data", () => {
    expect(readLocalConfiguration([], {}, "/repository")).toEqual({
      port: 4000,
      host: "127.0.0.1",
      databaseUrl: null,
      dataDirectory: "/repository/.data",
      evidenceDirectory: "/repository/.data/evidence",
      gatewaySecret: null,
      publicOrigin: null,
      signInElsewhere: false,
      mailElsewhere: false,
      verbose: false,
      json: false,
    })
  })

  test("takes a variable that is set to nothing as not set", () => {
    const { port, databaseUrl } = readLocalConfiguration([], { PORT: "", DATABASE_URL: "" }, "/repository")
    expect({ port, databaseUrl }).toEqual({ port: 4000, databaseUrl: null })
  })

  test("lists everything that is wrong at once", () => {
    const env = { PORT: "port", DATABASE_URL: "mysql://root@somewhere/plan" }
    const read = () => readLocalConfiguration(["--vebrose"], env, "/repository")
    expect(read).toThrow(ConfigurationInvalid)
    try {
      read()
    } catch (error) {
      expect((error as ConfigurationInvalid).problems).toEqual([
        "--vebrose is no option: there are --verbose and --json",
        'PORT is "port": it must be a whole number from 1 to 65525',
        "DATABASE_URL must look like postgresql://user:password@host:5432/database",
      ])
    }
  })

  test.each(["0", "65526", "4000.5", "-1", "4e9"])("refuses the port %s", (PORT) => {
    expect(() => readLocalConfiguration([], { PORT }, "/repository")).toThrow(`PORT is "${PORT}"`)
  })
})
