import { useState } from "react";
import { letsPass, type ProjectProgramme, type StageMove } from "../../server/contract/programme.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { moveProject } from "../state/programme.ts";
import { DraftForm } from "./draft-form.tsx";

/** Moves a project along or out of the line. Where guards stand open it takes the written reason that overrides them. */
export function MoveForm({
  programme,
  move,
}: {
  readonly programme: ProjectProgramme;
  readonly move: StageMove;
}) {
  const { t } = useReader();
  const [reason, setReason] = useState("");
  const [override, setOverride] = useState("");
  const open = move.guards.filter((guard) => !letsPass(guard)).length;
  const isForward = move.kind === "forward";
  const { project, stage } = programme;
  const send = () =>
    moveProject(project, {
      ...{ from: stage, to: move.to },
      ...{ reason: reason.trim() || null, override: open > 0 ? override.trim() || null : null },
    });
  return (
    <DraftForm
      className="move-form"
      draft={`move ${project} ${move.to}`}
      onSend={send}
      save={<MoveName move={move} open={override.trim() === "" ? 0 : open} />}
      isMain={isForward}
    >
      {open > 0 ? (
        <label className="field">
          <span>{t("programme.override", { count: open })}</span>
          <textarea
            name="override"
            rows={2}
            maxLength={1000}
            value={override}
            onChange={({ target }) => setOverride(target.value)}
          />
          <small className="hint">{t("programme.overrideHint")}</small>
        </label>
      ) : (
        <label className="field">
          <span>{t(isForward ? "programme.reasonOptional" : "programme.reason")}</span>
          <input
            name="reason"
            value={reason}
            maxLength={1000}
            onChange={({ target }) => setReason(target.value)}
          />
          {isForward ? null : <small className="hint">{t("programme.reasonHint")}</small>}
        </label>
      )}
    </DraftForm>
  );
}

function MoveName({ move: { kind, to }, open }: { readonly move: StageMove; readonly open: number }) {
  const { t, terms, language } = useReader();
  const stage = termName(terms, { kind: "stage", code: to, language });
  if (kind === "forward") return t(open > 0 ? "programme.overrideEnter" : "programme.enter", { stage });
  return kind === "resume" ? t("programme.resume", { stage }) : t(`programme.leave.${kind}`);
}
