import { type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Run } from "../state/app-state.ts";
import { useToldAtArea } from "./area-fault.ts";
import { FailureNote } from "./failure-note.tsx";

interface AskedRunProps {
  /** Its status stands in `data-<name>`. */
  readonly name: string;
  readonly run: Run<unknown, unknown>;
  readonly onRetry: () => unknown;
  /** What can be changed of the question: it stays while it is asked and where it failed. */
  readonly form: ReactNode;
  /** What is said while it is asked, where there is more to say than that. */
  readonly waiting?: string;
  /** The answer, where there is one. */
  readonly children: ReactNode;
}

/** A question that is asked: its form, then under way, refused or answered. */
export function AskedRun({ name, run, onRetry, form, waiting, children }: AskedRunProps) {
  const { t } = useTranslation();
  const isToldAtArea = useToldAtArea(run.status === "failed" ? run.failure : null);
  return (
    <div aria-busy={run.status === "running"} {...{ [`data-${name}`]: run.status }}>
      <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
        <Form status={run.status}>{form}</Form>
        <div aria-live="polite">
          {run.status === "running" ? (
            <p className="progress">
              <span />
              {waiting ?? t("analyse.asking")}
            </p>
          ) : null}
        </div>
        {run.status === "failed" && !isToldAtArea ? (
          <FailureNote failure={run.failure} onRetry={onRetry} />
        ) : null}
        {children}
      </Suspense>
    </div>
  );
}

// on a narrow screen the answer comes first: once asked, what can be changed of the question folds away
function Form({ status, children }: { readonly status: Run<0, 0>["status"]; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [isWide] = useState(() => matchMedia("(min-width: 761px)").matches);
  if (isWide || status === "idle") return children;
  return (
    <details className="asked-form" open={status === "failed"}>
      <summary>{t("questions.change")}</summary>
      {children}
    </details>
  );
}
