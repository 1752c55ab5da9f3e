import "../look/findings.css";
import { useEffect } from "react";
import { useFindingReader } from "../locale/use-finding-reader.ts";
import { openFinding, readProjectFindings } from "../state/findings.ts";
import { useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { FindingMark } from "./finding-mark.tsx";

/** The findings of the health check that a project takes up, each leading to its page. */
export function ProjectFindings({ project }: { readonly project: string }) {
  const { t, nameOf, titleOf } = useFindingReader();
  const run = useApp((state) => state.projectFindings);
  useEffect(() => void readProjectFindings(project), [project]);
  if (run.status === "failed")
    return <FailureNote failure={run.failure} onRetry={() => readProjectFindings(project)} />;
  if (run.status !== "done" || run.params !== project) return null;
  const { items } = run.result;
  return (
    <section className="project-findings">
      <h3>{t("findings.ofProject")}</h3>
      {items.length === 0 ? <p className="hint">{t("findings.ofProjectNone")}</p> : null}
      <ul className="plan-list">
        {items.map((finding) => (
          <li key={finding.id}>
            <FindingMark severity={finding.severity} />
            <button type="button" className="quiet" onClick={() => openFinding(finding)}>
              {titleOf(finding)}
            </button>
            <small data-state={finding.state}>{nameOf("state", finding.state)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
