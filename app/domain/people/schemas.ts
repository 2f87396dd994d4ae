import { z } from "zod";
import { WrittenDay } from "../calendar/written-day.ts";
import { officialNameMaxLength, passwordMaxLength, roles } from "./vocabulary.ts";

/** A text somebody must give, of at most `max` characters. */
const given = (max: number) => z.string({ error: "required" }).trim().min(1, { error: "required" }).max(max, { error: "too_long" });
const secret = z
  .string({ error: "required" })
  .min(1, { error: "required" })
  .max(passwordMaxLength * 2, { error: "too_long" });

export const SignInForm = z.object({ email: given(254), password: secret });
export type SignInForm = z.infer<typeof SignInForm>;

export const CodeForm = z.object({ code: given(12) });

export const PasswordForm = z.object({ current: secret, password: secret });

export const CurrentPasswordForm = PasswordForm.pick({ current: true });

export const NewOfficialForm = z.object({
  email: given(254).pipe(z.email({ error: "not_an_email" })),
  name: given(officialNameMaxLength),
  position: z.string().trim().max(officialNameMaxLength, { error: "too_long" }).optional(),
  password: secret,
  role: z.enum(roles, { error: "required" }),
  unitId: z.union([z.literal(""), z.uuid({ error: "not_a_choice" })]).optional(),
});
export type NewOfficialForm = z.infer<typeof NewOfficialForm>;

export const GrantForm = z.object({
  officialId: z.uuid({ error: "not_a_choice" }),
  role: z.enum(roles, { error: "required" }),
  unitId: z.union([z.literal(""), z.uuid({ error: "not_a_choice" })]).optional(),
  validTo: z.union([z.literal(""), WrittenDay]).optional(),
});
export type GrantForm = z.infer<typeof GrantForm>;

export const ResetForm = z.object({ officialId: z.uuid({ error: "not_a_choice" }), password: secret });
