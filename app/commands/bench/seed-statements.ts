import { seededDays } from "./seed-words.ts";

/** A number from 0 to 1 that is always the same for a case and a purpose. */
const draw = (purpose: number, of = "i") => `((hashint8extended(${of}, ${purpose}) & 1048575) / 1048576::float8)`;

/** Some word; frequent ones are far more frequent, as in any language. */
const word = (purpose: number) =>
  `(select word from bench_words where place = floor((select count(*) from bench_words) * power(${draw(purpose)}, 3))::int)`;

/**
 * Cases one by one in a temporary table, then as rows. What was assumed: evenly many a day over six years; an answer after 3
 * to 14 days, of 7 in 100 up to 35; two days more to publication; 6 in 100 refused, 2 passed on, 2 withdrawn, 1 in 500
 * handed over; a few large units and many small ones; three in ten about a procedure; half of the answers rated.
 */
export function caseRows({ cases, today, receiptHash }: { cases: number; today: string; receiptHash: string }): string[] {
  return [
    `create temp table bench_units on commit drop as
     select (row_number() over (order by u.slug))::int - 1 as place, u.id, u.slug, v.id as version_id, v.name_vi, v.name_en, a.slug as authority_slug, av.name_vi as authority_vi, av.name_en as authority_en
     from units u join lateral (select * from unit_versions where unit_id = u.id order by valid_from desc limit 1) v on true
     join units a on a.id = coalesce(u.authority_id, u.id) join lateral (select * from unit_versions where unit_id = a.id order by valid_from desc limit 1) av on true
     where not u.external`,
    `create temp table bench_procedures on commit drop as
     select (row_number() over (order by p.slug))::int - 1 as place, p.id, p.slug, p.code, v.id as version_id, v.name_vi, v.name_en
     from procedures p join lateral (select * from procedure_versions where procedure_id = p.id order by version desc limit 1) v on true`,
    `create temp table bench_officials on commit drop as select (row_number() over (order by o.email))::int - 1 as place, o.id from officials o`,
    "analyze bench_codes, bench_scenarios, bench_units, bench_procedures, bench_officials",
    `create temp table bench_cases on commit drop as
     with aged as (
       select i, code, floor((${cases} - i) * ${seededDays}::float8 / ${cases})::int as age, ${draw(1)} as fate,
         case when ${draw(2)} < 0.93 then 3 + floor(${draw(3)} * 12)::int else 15 + floor(${draw(3)} * 21)::int end as wait
       from bench_codes
     ), told as (
       select *, ' (' || concat_ws(' ', ${[20, 21, 22].map(word).join(", ")}) || ')' as tail,
         ' ' || concat_ws(' ', ${[30, 31, 32, 33, 34, 35].map(word).join(", ")}) || ' h' || i as words, date '${today}' - age as received_on,
         case
           when fate < 0.002 and age > 1 then 'CHUYEN_MAT'
           when fate < 0.06 and age > 1 then 'TU_CHOI'
           when fate < 0.08 and age > 2 then 'CHUYEN_NGOAI'
           when fate < 0.10 and age > 2 then 'HUY'
           when age < wait * 0.1 then 'MOI'
           when age < wait * 0.2 then case when fate > 0.9 then 'CHO_BO_SUNG' else 'DA_TIEP_NHAN' end
           when age < wait * 0.35 then 'DA_PHAN_CONG'
           when age < wait * 0.8 then 'DANG_XU_LY'
           when age < wait then 'CHO_DUYET'
           when age < wait + 2 then 'DA_TRA_LOI'
           when age < wait + 30 then case when fate > 0.96 then 'KHONG_CONG_KHAI' when fate > 0.955 then 'MO_LAI' else 'DA_CONG_KHAI' end
           else 'DONG'
         end as state
       from aged
     )
     select told.*, gen_random_uuid() as id, gen_random_uuid() as clock_id,
       u.id as unit_id, u.slug as unit_slug, u.version_id as unit_version_id, u.name_vi, u.name_en, u.authority_slug, u.authority_vi, u.authority_en,
       p.id as procedure_id, p.slug as procedure_slug, p.code as procedure_code, p.version_id as procedure_version_id, p.name_vi as procedure_vi, p.name_en as procedure_en,
       (select o.id from bench_officials o where o.place = floor((select count(*) from bench_officials) * ${draw(5)})::int) as handler_id,
       (array['gop_y', 'hoi_dap', 'hoi_dap', 'phan_anh_kien_nghi', 'phan_anh_hien_truong'])[1 + floor(${draw(6)} * 5)::int] as kind,
       (array['dau-tu', 'xay-dung', 'lao-dong', 'moi-truong', 'dat-dai', 'ho-tich', 'chung-thuc', 'giao-thong-ha-tang', 'dich-vu-cong-truc-tuyen', 'mot-cua', 'khac'])[1 + floor(power(${draw(7)}, 1.5) * 11)::int] as field,
       (array['web', 'web', 'web', 'phone', 'email', 'desk', 'qr', 'api'])[1 + floor(${draw(8)} * 8)::int] as channel,
       received_on + time '01:00' + ${draw(9)} * interval '9 hours' as received_at,
       received_on + 14 as due_on,
       state in ('DA_TRA_LOI', 'DA_CONG_KHAI', 'KHONG_CONG_KHAI', 'MO_LAI', 'DONG') as answered,
       state in ('DA_CONG_KHAI', 'MO_LAI') or (state = 'DONG' and fate <= 0.96) as published,
       state in ('MOI', 'CHO_BO_SUNG', 'DA_TIEP_NHAN', 'DA_PHAN_CONG', 'DANG_XU_LY', 'CHO_DUYET', 'MO_LAI') as running,
       state not in ('MOI', 'CHO_BO_SUNG', 'DA_TIEP_NHAN', 'TU_CHOI', 'CHUYEN_NGOAI', 'HUY', 'CHUYEN_MAT') as assigned,
       s.subject || told.tail as subject, s."foldedSubject" || told.tail as folded_subject, s.body || told.words as body, s."foldedBody" || told.words as folded_body,
       s.answer, s."foldedAnswer" as folded_answer
     from told
     join bench_units u on u.place = floor((select count(*) from bench_units) * power(${draw(4)}, 2))::int
     left join bench_procedures p on ${draw(10)} < 0.3 and p.place = floor((select count(*) from bench_procedures) * power(${draw(11)}, 1.5))::int
     join bench_scenarios s on s.place = floor((select count(*) from bench_scenarios) * ${draw(12)})::int`,
    "analyze bench_cases",
    `insert into cases (id, code, kind, content, field, state, subject, body, submitter_type, channel, place, procedure_id, procedure_version_id, about_unit_id, about_unit_version_id,
       unit_id, unit_version_id, handler_id, publish_wish, urgent, refusal_reason, withhold_reason, conclusion, rating, rated_at, receipt_hash, received_at, received_on, accepted_at, answered_at, closed_at, next_due_on, search_text, created_at)
     select id, code, kind, case when kind = 'phan_anh_kien_nghi' then 1 end, field, state, subject, body,
       case when ${draw(13)} < 0.7 then 'citizen' else 'business' end, channel, case when ${draw(14)} < 0.4 then 'Thôn ' || (1 + floor(${draw(15)} * 900)::int) end,
       procedure_id, procedure_version_id, unit_id, unit_version_id, case when assigned then unit_id end, case when assigned then unit_version_id end,
       case when assigned and state <> 'DA_PHAN_CONG' then handler_id end, true, ${draw(16)} < 0.03,
       case when state = 'TU_CHOI' then 'R01' end, case when answered and not published and state <> 'DA_TRA_LOI' then 'private_life' end, case when answered then 'correct' end,
       case when answered and ${draw(17)} < 0.5 then 1 + floor(5 * sqrt(${draw(18)}))::int end, case when answered and ${draw(17)} < 0.5 then received_at + (wait + 2) * interval '1 day' end,
       '${receiptHash}', received_at, received_on, case when assigned or state = 'DA_TIEP_NHAN' then received_at + interval '1 day' end,
       case when answered then received_at + wait * interval '1 day' end,
       case when state in ('TU_CHOI', 'CHUYEN_NGOAI', 'HUY') then received_at + interval '2 days' when state = 'DONG' then received_at + (wait + 30) * interval '1 day' end,
       case when running then due_on when state = 'DA_TRA_LOI' then received_on + wait + 3 end,
       folded_subject || ' ' || folded_body, received_at
     from bench_cases`,
  ];
}

const answeredAt = "received_at + wait * interval '1 day'";
const publishedAt = "received_at + (wait + 2) * interval '1 day'";

/** What stands around the cases: clocks, work, mails, trace and what became public. */
export const caseStory: readonly string[] = [
  `insert into clocks (id, case_id, step, rule_id, calendar_version_id, started_on, due_on, original_due_on, stopped_at, stopped_on, outcome, created_at)
   select c.clock_id, c.id, 'answer', r.id, v.id, c.received_on, c.due_on, c.due_on, case when not c.running then c.received_at + c.wait * interval '1 day' end,
     case when not c.running then c.received_on + c.wait end, case when c.running then null when not c.answered then 'void' when c.wait <= 14 then 'on_time' else 'late' end, c.received_at
   from bench_cases c
   cross join lateral (select id from deadline_rules where step = 'answer' and (case_kind = c.kind or true) order by case_kind = c.kind desc, version desc limit 1) r
   cross join (select max(id) as id from calendar_versions) v`,
  `insert into case_identities (case_id, sealed, key_id, contact_hash, created_at)
   select id, '\\x00', 'none', md5((hashint8(i) % 200000)::text), received_at from bench_cases where i % 2 = 1 and state <> 'CHUYEN_MAT'`,
  `insert into assignments (case_id, to_unit_id, to_unit_version_id, role, assigned_by_id, accepted_at, created_at)
   select id, unit_id, unit_version_id, case when i % 40 = 0 then 'supporting' else 'lead' end, handler_id, received_at + interval '2 days', received_at + interval '1 day' from bench_cases where assigned`,
  `insert into replies (case_id, round, state, author_id, body, conclusion, public_title, public_question, public_answer, approved_at, created_at)
   select id, 1, case when answered then 'approved' else 'submitted' end, handler_id, answer, 'correct', subject, left(body, 200), answer, case when answered then ${answeredAt} end, received_at + interval '3 days'
   from bench_cases where answered or state = 'CHO_DUYET'`,
  `insert into case_messages (case_id, side, body, created_at)
   select id, case when i % 2 = 0 then 'sender' else 'office' end, left(body, 200), received_at + interval '3 days' from bench_cases where i % 5 = 0 and assigned`,
  `insert into messages (case_id, template, language, sealed_address, key_id, data, state, attempts, sent_at, created_at)
   select c.id, m.template, 'vi', '\\x00', 'none', '{}', 'sent', 1, c.received_at, c.received_at
   from bench_cases c cross join (values ('case_received'), ('case_answered')) m (template) where c.i % 2 = 1 and (m.template = 'case_received' or c.answered)`,
  `insert into audit_events (seq, at, official_id, actor, act, subject, subject_id, data, previous_hash, hash)
   select (select coalesce(max(seq), 0) from audit_events) + row_number() over (order by c.i, s.n), c.received_at + s.n * interval '1 hour', case when s.n > 1 then c.handler_id end,
     case when s.n = 1 then 'sender' else 'official' end, s.act, 'case', c.id::text, '{}', 'none', 'none'
   from bench_cases c cross join (values (1, 'case.send'), (2, 'case.accept'), (3, 'case.assign'), (4, 'case.take_up'), (5, 'case.approve_reply'), (6, 'case.publish')) s (n, act)
   where s.n = 1 or (s.n <= 4 and c.assigned) or (s.n = 5 and c.answered) or (s.n = 6 and c.published)`,
  `update audit_head set seq = (select max(seq) from audit_events), hash = 'none'`,
  `insert into public_copies (kind, slug, subject_id, content, title_vi, unit_slug, authority_slug, procedure_slug, field, category, facet, sort_day, title_folded, search_folded, published_at, hidden_at, hide_reason, created_at)
   select 'case', code, id, jsonb_build_object(
       'code', code, 'kind', kind, 'content', null, 'field', field, 'title', subject, 'question', body, 'answer', answer, 'language', 'vi', 'conclusion', 'correct', 'legalBasis', null,
       'unit', jsonb_build_object('slug', unit_slug, 'name', jsonb_build_object('vi', name_vi, 'en', name_en)),
       'authority', jsonb_build_object('slug', authority_slug, 'name', jsonb_build_object('vi', authority_vi, 'en', authority_en)),
       'procedure', case when procedure_id is not null then jsonb_build_object('slug', procedure_slug, 'code', procedure_code, 'name', jsonb_build_object('vi', procedure_vi, 'en', procedure_en)) end,
       'submitterType', 'citizen', 'place', null, 'receivedOn', received_on, 'answeredOn', received_on + wait, 'publishedOn', received_on + wait + 2, 'dueOn', due_on, 'onTime', wait <= 14, 'daysToSpare', 14 - wait,
       'timeline', jsonb_build_array(jsonb_build_object('step', 'received', 'on', received_on, 'unit', null), jsonb_build_object('step', 'answered', 'on', received_on + wait, 'unit', null), jsonb_build_object('step', 'published', 'on', received_on + wait + 2, 'unit', null)),
       'photos', '[]'::jsonb, 'rating', null),
     subject, unit_slug, authority_slug, procedure_slug, field, kind, case when wait <= 14 then 'on_time' else 'late' end, received_on + wait + 2,
     folded_subject, folded_body || ' ' || folded_answer, ${publishedAt},
     case when i % 1000 = 0 then ${publishedAt} end, case when i % 1000 = 0 then 'mẫu' end, ${publishedAt}
   from bench_cases where published`,
  `insert into publication_log (kind, slug, version, act, content_sha256, created_at) select 'case', code, 1, 'published', '', ${publishedAt} from bench_cases where published`,
];
