import { signIns, type Visitor } from "./scale-pages.ts";

type Cookies = Record<Exclude<Visitor, "anyone">, string>;

/** Signs the demo's officials in and opens a case with its receipt, through the pages' own forms. */
export async function signInAll(url: string, receipt: { code: string; key: string }): Promise<Cookies> {
  const official = (email: string) => signInAs(url, email);
  return {
    intake: await official(signIns.intake),
    coordinator: await official(signIns.coordinator),
    handler: await official(signIns.handler),
    sender: await post(url, "/phan-anh/tra-cuu", { intent: "open", code: receipt.code, receiptKey: receipt.key }),
  };
}

/** The cookies of an official of the demo. */
export const signInAs = (url: string, email: string): Promise<string> =>
  post(url, "/dang-nhap", { email, password: process.env.DEMO_PASSWORD ?? "lang-nghe-demo" });

/** Posts a form that lets somebody in, and gives the cookies it answered with. */
async function post(url: string, path: string, fields: Record<string, string>): Promise<string> {
  const answer = await fetch(url + path, { method: "POST", redirect: "manual", headers: { Origin: url }, body: new URLSearchParams(fields) });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  if (answer.status >= 400 || cookies.length === 0) throw new Error(`${path} did not let the bench in: ${answer.status}`);
  return [...new Set(cookies)].join("; ");
}
