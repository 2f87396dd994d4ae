import type { Db } from "#db/schema/handle.ts";
import { registerOfficial } from "#app/domain/people/index.server.ts";
import type { Grant, Official } from "#app/domain/people/official.ts";
import type { Role } from "#app/domain/people/vocabulary.ts";
import type { LoadedUnits } from "./units.ts";

export type LoadedOfficials = {
  intake: Official;
  coordinator: Official;
  handler: Official;
  approver: Official;
  head: Official;
  editor: Official;
  surveyManager: Official;
  /** Officials of single units, by unit code. */
  handlersOf: Map<string, Official>;
};

const everywhere = (...roles: Role[]): Grant[] => roles.map((role) => ({ role, unitId: null }));

/** Units whose own handler signs in at `<unit>@demo.vn`; they see their unit only. */
const unitHandlers = ["kktvp-qldt", "kktvp-qldn", "kktvp-motcua", "kcndn-vp", "phuong-ninh-hoa-kthtdt", "phuong-ninh-hoa-vhxh"];

/** The demo's officials: one for each role over the whole portal, and some who belong to one unit. */
export async function loadOfficials(tx: Db, units: LoadedUnits, password: string): Promise<LoadedOfficials> {
  async function register(email: string, name: string, position: string, grants: Grant[]): Promise<Official> {
    const made = await registerOfficial(tx, "portal", { email, name: `${name} (mẫu)`, position, password, grants, demo: true });
    if (!made.ok) throw new Error(`The demo official ${email} was not registered: ${made.code}`);
    return made.value;
  }

  const intake = await register("tiep-nhan@demo.vn", "Lê Thu Tiếp", "Cán bộ tiếp nhận", everywhere("intake", "one_stop"));
  const coordinator = await register("dieu-phoi@demo.vn", "Trần Văn Điều", "Chánh Văn phòng", everywhere("coordinator"));
  const handler = await register("xu-ly@demo.vn", "Nguyễn Minh Xử", "Chuyên viên", everywhere("handler"));
  const approver = await register("lanh-dao@demo.vn", "Phạm Hồng Lãnh", "Phó Trưởng ban", everywhere("approver"));
  const head = await register("truong-don-vi@demo.vn", "Ngô Quang Trưởng", "Trưởng phòng", everywhere("unit_head"));
  const editor = await register("bien-tap@demo.vn", "Đỗ Thị Biên", "Biên tập viên", everywhere("editor"));
  const surveyManager = await register("khao-sat@demo.vn", "Vũ Khảo Sát", "Phụ trách khảo sát", everywhere("survey_manager"));
  await register("kiem-toan@demo.vn", "Hoàng Kiểm", "Kiểm toán nội bộ", everywhere("auditor"));
  await register("tiep-cong-dan@demo.vn", "Đặng Thu Dân", "Cán bộ tiếp công dân", everywhere("reception"));
  await register("quan-tri@demo.vn", "Bùi Quản", "Quản trị hệ thống", everywhere("admin"));

  const handlersOf = new Map<string, Official>();
  for (const [index, code] of unitHandlers.entries()) {
    const unitId = units.need(code);
    handlersOf.set(code, await register(`${code}@demo.vn`, `Chuyên viên ${index + 1}`, "Chuyên viên", [{ role: "handler", unitId }]));
  }
  return { intake, coordinator, handler, approver, head, editor, surveyManager, handlersOf };
}
