import { intakeActs } from "#tests/support/case-acts/intake-acts.ts";
import { proveOfficeActs } from "#tests/support/case-acts/prove-office-acts.ts";

proveOfficeActs(intakeActs);
