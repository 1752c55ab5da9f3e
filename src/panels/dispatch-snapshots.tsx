import { createPortal } from "react-dom";
import type { DispatchField } from "../../server/contract/dispatch.ts";
import type {
  DispatchSnapshot,
  DispatchTotal,
  SnapshotDifference,
  SnapshotPage,
} from "../../server/contract/dispatch-snapshot.ts";
import { formAddress, readSnapshot, readSnapshots } from "../dispatch-backend.ts";
import type { Reader } from "../locale/guard-text.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { chooseDispatch } from "../state/dispatch.ts";
import { LIGHT_ORDER } from "../state/dispatch-state.ts";
import { setHoveredProject } from "../state/projects.ts";
import { useApp } from "../state/store.ts";
import { DispatchForm } from "./dispatch-form.tsx";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { NoSnapshots } from "./no-snapshots.tsx";
import { Skeleton } from "./skeleton.tsx";
import { dayText } from "./today-text.ts";
import { useAsked } from "./use-asked.ts";

/** The frozen months: one chosen, its sums, what differs from the month before, and its A3 form to take away or print. */
export function DispatchSnapshots() {
  const district = useApp((state) => state.district);
  const wanted = useApp((state) => state.dispatchChoice.snapshot);
  const { result, failure, again } = useAsked(`${district} ${wanted}`, () => readSnapshots(district!));
  if (failure !== null) return <FailureNote failure={failure} onRetry={again} />;
  if (result === null) return <Skeleton lines={6} />;
  const [newest] = result.items;
  if (!newest) return <NoSnapshots />;
  return (
    <>
      <SnapshotChoice snapshots={result.items} chosen={wanted ?? newest.id} />
      <Frozen district={district!} id={wanted ?? newest.id} />
    </>
  );
}

interface ChoiceProps {
  readonly snapshots: readonly DispatchSnapshot[];
  readonly chosen: string;
}

/** Which snapshot is looked at. */
export function SnapshotChoice({ snapshots, chosen }: ChoiceProps) {
  const { t } = useReader();
  return (
    <label className="field">
      <span>{t("dispatch.snapshot")}</span>
      <select value={chosen} onChange={({ target }) => chooseDispatch({ snapshot: target.value })}>
        {snapshots.map(({ id, madeAt, projects }) => (
          <option key={id} value={id}>
            {t("dispatch.snapshotOf", { id, at: dayText(madeAt), projects })}
          </option>
        ))}
      </select>
    </label>
  );
}

function Frozen({ district, id }: { readonly district: string; readonly id: string }) {
  const { t } = useReader();
  const { result, failure, again } = useAsked(`${district} ${id}`, () => readSnapshot(district, id));
  if (failure !== null) return <FailureNote failure={failure} onRetry={again} />;
  if (result === null) return <Skeleton lines={8} />;
  return (
    <div data-snapshot={result.snapshot.id}>
      <p className="dispatch-tools">
        <a className="as-button" href={formAddress(district, id)} download>
          <Icon name="import" />
          {t("dispatch.form")}
        </a>
        <button type="button" onClick={() => print()}>
          <Icon name="print" />
          {t("dispatch.print")}
        </button>
      </p>
      <Totals totals={result.totals} />
      <Differences page={result} />
      {createPortal(<DispatchForm page={result} />, document.body)}
    </div>
  );
}

function Totals({ totals }: { readonly totals: readonly DispatchTotal[] }) {
  const { t, numbers } = useReader();
  return (
    <div className="dispatch-scroll">
      <table className="dispatch-totals">
        <caption>{t("dispatch.totals")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("dispatch.item")}</th>
            <th scope="col">{t("dispatch.sum")}</th>
            <th scope="col">{t("dispatch.told")}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ field, sumWanYuan, told, unknown }) => (
            <tr key={field}>
              <th scope="row">{t(`dispatch.field.${field}`)}</th>
              <td className="sum">{numbers.number(sumWanYuan, 2)}</td>
              <td className="sum">{t("dispatch.toldOf", { told, unknown })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Differences({ page: { against, differences } }: { readonly page: SnapshotPage }) {
  const reader = useReader();
  const { t, language } = reader;
  if (against === null) return <p className="hint">{t("dispatch.noBefore")}</p>;
  if (differences.length === 0)
    return <p className="hint">{t("dispatch.noDifferences", { id: against.id })}</p>;
  return (
    <section>
      <h3>{t("dispatch.differences", { id: against.id })}</h3>
      <div className="dispatch-scroll sheet-changes">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("dispatch.project")}</th>
              <th scope="col">{t("dispatch.item")}</th>
              <th scope="col">{t("dispatch.take.before")}</th>
              <th scope="col">{t("dispatch.take.after")}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((each) => (
              <tr
                key={`${each.project} ${each.field}`}
                onMouseEnter={() => setHoveredProject(each.project)}
                onMouseLeave={() => setHoveredProject(null)}
              >
                <th scope="row">{[each.code, nameIn(language, each)].filter(Boolean).join(" ")}</th>
                <td>{fieldName(each.field, reader)}</td>
                <td className="was">{cellText(each, each.before, reader)}</td>
                <td className="is">{cellText(each, each.after, reader)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const OTHER = ["light", "stage", "project"] as const;
const fieldName = (field: string, { t }: Reader) => {
  const other = OTHER.find((each) => each === field);
  return other ? t(`dispatch.otherField.${other}`) : t(`dispatch.field.${field as DispatchField}`);
};

function cellText({ field }: SnapshotDifference, value: string | number | null, reader: Reader): string {
  const { t, numbers, terms, language } = reader;
  if (value === null) return field === "project" ? "—" : t("value.unknown");
  if (typeof value === "number")
    return field === "progressShare" ? numbers.share(value) : numbers.number(value, 2);
  const light = LIGHT_ORDER.find((each) => each === value);
  if ((field === "light" || field === "project") && light) return t(`dispatch.light.${light}`);
  return field === "stage" ? termName(terms, { kind: "stage", code: value, language }) : value;
}
