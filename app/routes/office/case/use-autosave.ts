import { useBeforeUnload, useFetcher } from "@remix-run/react";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { action } from "../case.tsx";
import { isOffline, tryAgainMs } from "../keep-offline.ts";
import type { OtherDraft } from "./acting.server.ts";

/** Quiet for so long after a key, then saved. */
const afterMs = 2500;

/** The form whose texts are saved. */
export const replyFormId = "f-reply";
const replyForm = () => {
  const form = document.getElementById(replyFormId);
  return form instanceof HTMLFormElement ? form : null;
};

type Kept = { revision: number; at: Date | null; other: OtherDraft | null };

/**
 * Saves a draft by itself while it is written. The revision it saves over is the one this page stored last, never one
 * that came in meanwhile: if somebody else saved, nothing is overwritten, saving by itself ends, and their text comes
 * back to stand beside what is typed here. A press of a button, and the next save, wait for a save under way.
 */
export function useAutosave(storedRevision: number) {
  const { state, data, submit } = useFetcher<typeof action>();
  const [kept, setKept] = useState<Kept>({ revision: storedRevision, at: null, other: null });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pressed = useRef<HTMLElement | null>(null);
  const dirty = useRef(false);
  const sending = useRef(false);
  const due = useRef(false);

  const save = useCallback(() => {
    const form = replyForm();
    due.current = sending.current;
    if (!form || !dirty.current || sending.current) return;
    const body = new FormData(form);
    body.set("intent", "save_draft");
    body.set("autosave", "on");
    dirty.current = false;
    sending.current = true;
    submit(body, { method: "post" });
  }, [submit]);

  // What came back last is taken over while rendering, so that the form never carries an old revision.
  const [taken, setTaken] = useState(data);
  const offline = isOffline(data);
  if (data && data !== taken) {
    setTaken(data);
    const { autosaved, tried } = offline ? { autosaved: null, tried: null } : data;
    if (autosaved) setKept({ revision: autosaved.revision, at: autosaved.at, other: null });
    else if (tried?.other) setKept({ ...kept, other: tried.other });
  }
  useEffect(() => {
    if (data && (isOffline(data) || !data.autosaved)) dirty.current = true;
  }, [data]);

  const conflict = kept.other !== null;
  // Each answer is a new object: of a quick one React may never draw the states between.
  // The button pressed meanwhile does its work once the revision it must carry stands in the form; so does a save that came due.
  useEffect(() => {
    if (state !== "idle") return;
    sending.current = false;
    const submitter = pressed.current;
    pressed.current = null;
    if (submitter) replyForm()?.requestSubmit(submitter);
    else if (isOffline(data)) timer.current = setTimeout(save, tryAgainMs);
    else if (due.current && !conflict) save();
  }, [state, data, conflict, save]);

  useEffect(() => () => clearTimeout(timer.current), []);
  useBeforeUnload(
    useCallback((event) => {
      if (dirty.current) event.preventDefault();
    }, []),
  );

  const changed = useCallback(() => {
    dirty.current = true;
    clearTimeout(timer.current);
    if (!conflict) timer.current = setTimeout(save, afterMs);
  }, [conflict, save]);

  const submitted = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      clearTimeout(timer.current);
      if (state === "idle") {
        dirty.current = false;
        return;
      }
      pressed.current = (event.nativeEvent as SubmitEvent).submitter;
      event.preventDefault();
    },
    [state],
  );

  return { ...kept, offline, changed, submitted };
}
