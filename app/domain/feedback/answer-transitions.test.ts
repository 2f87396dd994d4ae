import { answerActs } from "#tests/support/case-acts/answer-acts.ts";
import { proveOfficeActs } from "#tests/support/case-acts/prove-office-acts.ts";

proveOfficeActs(answerActs);
