import { type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Run } from "../state/app-state.ts";
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
  return (
    <div aria-busy={run.status === "running"} {...{ [`data-${name}`]: run.status }}>
      <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
        {form}
        <div aria-live="polite">
          {run.status === "running" ? (
            <p className="progress">
              <span />
              {waiting ?? t("analyse.asking")}
            </p>
          ) : null}
        </div>
        {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={onRetry} /> : null}
        {children}
      </Suspense>
    </div>
  );
}
