import { parseArgs } from "node:util";
import { z } from "zod";
import { registerAdmin } from "#app/domain/people/index.server.ts";
import { NewOfficialForm } from "#app/domain/people/schemas.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { connect } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.server.ts";
import { ask } from "./ask.ts";
import { withDatabase } from "./with-database.ts";

const usage = `Creates the first administrator, who sets up a second factor at the first sign-in.

  npm run admin
  npm run admin -- --email name@office.vn --name "Full name"

Options:
  --email    work e-mail, to sign in with
  --name     full name
  --another  also when there is an administrator already

The password is asked for twice. For scripts it may be given as ADMIN_PASSWORD.
`;

/** `npm run admin`: in the world of DATABASE_URL, or in the embedded one of this folder. */
async function createAdmin(): Promise<void> {
  const { values } = parseArgs({
    options: {
      email: { type: "string" },
      name: { type: "string" },
      another: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }

  const wish = NewOfficialForm.pick({ email: true, name: true }).safeParse({
    email: values.email ?? (await askFor("E-mail: ", "--email")),
    name: values.name ?? (await askFor("Full name: ", "--name")),
  });
  if (!wish.success) {
    const { t } = i18nFor("en");
    const { fieldErrors } = z.flattenError(wish.error);
    throw new Error(
      [...(fieldErrors.email ? [t("errors:field.not_an_email")] : []), ...(fieldErrors.name ? [`Name: ${t("errors:field.required")}`] : [])].join(
        "\n",
      ),
    );
  }
  const password = process.env.ADMIN_PASSWORD || (await askPassword());

  await withDatabase("npm run admin", async (url) => {
    await migrateDatabase(url);
    const { db, client } = connect(url, 2);
    try {
      const made = await registerAdmin(db, { ...wish.data, password, another: values.another });
      if (made.ok) {
        process.stdout.write(`${made.value.email} may now sign in at /dang-nhap and will be asked to set up a second factor.\n`);
        return;
      }
      const sentence = i18nFor("en").t(`refusals:${made.code}`);
      throw new Error(made.code === "people.admin_exists" ? `${sentence}\nIf nobody can: npm run admin -- --another` : sentence);
    } finally {
      await client.end({ timeout: 5 });
    }
  });
}

async function askFor(question: string, option: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Error(`Give ${option}: there is no terminal to ask on.\n\n${usage}`);
  return ask(question);
}

async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) throw new Error(`Give ADMIN_PASSWORD: there is no terminal to ask on.\n\n${usage}`);
  const password = await ask("Password, at least 14 characters: ", { hidden: true });
  if ((await ask("The same again: ", { hidden: true })) !== password) throw new Error("The two passwords are not the same. Start again.");
  return password;
}

await createAdmin();
