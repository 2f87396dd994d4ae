export const unitKinds = [
  "ban-quan-ly",
  "ubnd-cap-huyen",
  "ubnd-cap-xa",
  "ubnd-tinh",
  "lanh-dao",
  "van-phong",
  "phong",
  "to",
  "mot-cua",
  "diem-ho-tro",
  "trung-tam",
  "don-vi-su-nghiep",
  "ban-chi-dao",
  "ban-bien-tap",
  "doan-the",
  "xa",
  "so",
  "hdnd",
  "co-quan-dang",
  "to-chuc-ct-xh",
  "nganh-doc",
  "buu-dien",
  "tong-dai",
  "bao-chi",
  "trung-uong",
  "nhom-don-vi",
  "nhom-ubnd-cap-xa",
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** How a unit came to follow another (domain.md 6.8). */
export const successionKinds = ["rename", "split", "merge", "transfer_of_function", "dissolution"] as const;
export type SuccessionKind = (typeof successionKinds)[number];

/** Stands for a beginning nobody recorded. */
export const longAgo = "1900-01-01";
