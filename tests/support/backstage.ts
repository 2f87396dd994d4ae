import type { APIRequestContext, APIResponse } from "@playwright/test";
import { demoPassword, expect, test as base } from "./journey.ts";
import type { Letter } from "./feedback.ts";
import { query } from "./rows.ts";
import { world } from "./worlds.ts";

type Form = Record<string, string>;

/** The others of a journey, who act without pages: by the same forms, posted. */
export type Backstage = {
  /** Somebody sends a phản ánh, kiến nghị. Answers its receipt. */
  send: (letter: Letter, more?: Form) => Promise<{ code: string; key: string }>;
  /** An official does one act on a case. */
  act: (email: string, code: string, intent: string, form?: Form) => Promise<void>;
  /** An official posts any other form of the office. */
  post: (email: string, path: string, form: Form) => Promise<void>;
};

export { expect } from "./journey.ts";

/** Journeys of one role, while the other roles do their part behind the stage. */
export const test = base.extend<{ backstage: Backstage }>({
  backstage: async ({ playwright }, use) => {
    const desks = new Map<string, APIRequestContext>();
    const open = () => playwright.request.newContext({ baseURL: world.demo.url, extraHTTPHeaders: { Origin: world.demo.url }, maxRedirects: 0 });

    async function deskOf(email: string): Promise<APIRequestContext> {
      const known = desks.get(email);
      if (known) return known;
      const desk = await open();
      desks.set(email, desk);
      await expectDone(await desk.post("/dang-nhap", { form: { email, password: demoPassword } }), email);
      return desk;
    }

    async function post(email: string, path: string, form: Form) {
      await expectDone(await (await deskOf(email)).post(path, { form }), `${email} ${path} ${form.intent ?? ""}`);
    }

    await use({
      post,
      async act(email, code, intent, form = {}) {
        const [theCase] = await query<{ revision: number }>("select revision from cases where code = $1", [code]);
        await post(email, `/can-bo/ho-so/${code}`, { intent, revision: String(theCase?.revision), ...form });
      },
      async send({ subject, body, name, phone, email, address }, more = {}) {
        const sender = await open();
        const contact = { "contact.name": name, "contact.phone": phone, "contact.email": email, "contact.address": address };
        const own = { intent: "send", consent: "on", kind: "phan_anh_kien_nghi", submitterType: "citizen", publishWish: "on", started: "0" };
        await expectDone(await sender.post("/phan-anh/gui", { multipart: { ...own, subject, body, ...contact, ...more } }), subject);
        const receipt = await (await sender.get("/phan-anh/da-gui")).text();
        await sender.dispose();
        const [code = "", key = ""] = [...receipt.matchAll(/<span class="code">([^<]+)</g)].map(([, text]) => text ?? "");
        return { code, key };
      },
    });
    for (const desk of desks.values()) await desk.dispose();
  },
});

/** What is done leads on to another page; what is not comes back with its reasons. */
async function expectDone(answer: APIResponse, what: string) {
  const said = answer.status() === 302 ? "" : (await answer.text()).replaceAll(/<(script|style)\b.*?<\/\1>|<[^>]+>/gs, " ").replaceAll(/\s+/g, " ");
  expect(answer.status(), `${what}: ${said.slice(0, 1_500)}`).toBe(302);
}
