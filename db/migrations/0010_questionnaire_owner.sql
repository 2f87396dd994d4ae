-- A draft now belongs to the questionnaire of its code, which a code without a finished version did not have yet. Whose those are is not known: the whole portal's.
INSERT INTO "questionnaires" ("code") SELECT DISTINCT "code" FROM "questionnaire_drafts" ON CONFLICT DO NOTHING;
