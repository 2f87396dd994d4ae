import { routingActs } from "#tests/support/case-acts/routing-acts.ts";
import { proveOfficeActs } from "#tests/support/case-acts/prove-office-acts.ts";

proveOfficeActs(routingActs);
