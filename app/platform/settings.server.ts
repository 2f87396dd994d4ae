import { z } from "zod";
import { idleMinutesByStandard, type IdleMinutes } from "#app/domain/people/vocabulary.ts";

const flag = z.enum(["0", "1", "true", "false"]).transform((value) => value === "1" || value === "true");

const Environment = z.object({
  /** production, development or test. */
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  /** Port of the web server. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address it listens on. */
  HOST: z.string().default("0.0.0.0"),
  /** Where people reach the portal, e.g. https://langnghe.example.gov.vn; used in mails, QR codes and feeds. */
  PUBLIC_URL: z.url().optional(),
  /** How many proxies stand in front and add X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),

  /** The portal's database. Without it the portal starts its own PostgreSQL with a demo world. */
  DATABASE_URL: z.url().optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  /** Where the embedded world lives. */
  DATA_DIR: z.string().default("data"),
  /** Password of the demo officials; used in the embedded world only. */
  DEMO_PASSWORD: z.string().min(8).default("lang-nghe-demo"),

  /** Minutes after which a session nobody works in ends: 15, and 60 in the embedded world, whose visitors look around. */
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(2).max(720).optional(),
  /** The same for system administrators: 5, and 60 in the embedded world. */
  SESSION_IDLE_MINUTES_ADMIN: z.coerce.number().int().min(2).max(720).optional(),

  /** 32 random bytes, base64: seals identities and signs receipts. Made and kept in DATA_DIR when absent. */
  SECRET_KEY: z.base64().optional(),

  /** smtp://user:password@host:port. Without it mail goes to the mailbox folder. */
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default("Lắng Nghe <khong-tra-loi@lang-nghe.example>"),
  /** Address whose name+… variants reach `npm run receive-mail` or /api/mail/incoming, e.g. phan-anh@thu.example.gov.vn. */
  MAIL_INBOX: z.email().max(72).optional(),
  /** Token a mail gateway shows at /api/mail/incoming; without it that door is shut. */
  MAIL_GATE_TOKEN: z.string().min(16).optional(),

  /** s3://bucket/prefix; without it files are kept in DATA_DIR. Credentials come from the AWS environment. */
  FILES_URL: z.string().optional(),

  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  /** Token that /metrics asks for; without it only loopback may read it. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Requests per minute and client, all pages together. */
  RATE_LIMIT: z.coerce.number().int().min(10).default(600),
  /** Turns rate limits off, for load tests on one machine. */
  NO_RATE_LIMIT: flag.default(false),
});

export type Settings = z.infer<typeof Environment> & { demo: boolean; idle: IdleMinutes };

/** In the demo world nobody is thrown out while reading. */
const idleMinutesOfDemo: IdleMinutes = { officials: 60, admins: 60 };

/**
 * Reads the environment once, at boot. `demo` is true only in the embedded world; `idle` says how long sessions may lie idle.
 * @throws Error with a table of what is missing or wrong, in words.
 */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The settings are not right:\n${lines.join("\n")}`);
  }
  const demo = parsed.data.DATABASE_URL === undefined;
  const usual = demo ? idleMinutesOfDemo : idleMinutesByStandard;
  const { SESSION_IDLE_MINUTES: officials = usual.officials, SESSION_IDLE_MINUTES_ADMIN: admins = usual.admins } = parsed.data;
  return { ...parsed.data, demo, idle: { officials, admins } };
}
