import { fold } from "../text.ts";
import { passwordMaxLength, passwordMinLength } from "./vocabulary.ts";

/** Pieces that common passwords are made of, in Vietnamese and English offices. */
const commonPieces = [
  "matkhau",
  "password",
  "passw0rd",
  "langnghe",
  "xinchao",
  "vietnam",
  "welcome",
  "iloveyou",
  "anhyeuem",
  "emyeuanh",
  "quantri",
  "admin",
  "canbo",
  "letmein",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwerty",
  "asdfgh",
  "1q2w3e4r",
  "abcdefghijklmnopqrstuvwxyz",
  "abcdef",
  "01234567890",
  "1234567890",
  "9876543210",
  "123456",
  "654321",
  "123123",
  "abc",
  "123",
] as const;

/** How many characters must be left when everything common is taken out. */
const ownCharacters = 6;

const letters = (text: string) => fold(text).replace(/[^a-z0-9]/g, "");

/**
 * What is wrong with a password, or undefined. Fourteen characters or more of one's own choice (TCVN 14423:2026, 4.6.2.2);
 * no classes of characters are asked for, because every official also has a second factor.
 */
export function passwordProblem(password: string, who: { email: string; name: string }) {
  if ([...password].length < passwordMinLength) return "password.too_short" as const;
  if ([...password].length > passwordMaxLength) return "password.too_long" as const;

  const folded = letters(password);
  const own = [letters(who.email), letters(who.email.split("@")[0] ?? ""), letters(who.name)];
  if (own.some((word) => word.length >= 4 && folded.includes(word))) return "password.about_you" as const;

  const rest = commonPieces.reduce((left, piece) => left.replaceAll(piece, ""), fold(password).replace(/[\s._-]/g, ""));
  if (new Set(rest).size < ownCharacters) return "password.too_common" as const;
  return undefined;
}
