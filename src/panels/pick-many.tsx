import { useReader } from "../locale/use-reader.ts";
import { useKept } from "./draft-form.tsx";
import { ChosenChip, type PickGroup, PickList } from "./pick-list.tsx";

interface PickManyProps {
  /** The field of the form around it that holds the ids, one value each. */
  readonly name: string;
  readonly legend: string;
  /** What the choice is of, where it is made anew of another. */
  readonly of?: string;
  readonly groups: readonly PickGroup[];
  readonly initial?: readonly string[];
  readonly required?: boolean;
}

const NONE: readonly string[] = [];

/** Several of many: what is chosen stands on top and goes with a press, the rest is found by name or group by group. */
export function PickMany({ name, legend, of = "", groups, initial = NONE, required = false }: PickManyProps) {
  const { t } = useReader();
  const [chosen, setChosen] = useKept<readonly string[]>(`${name} ${of}`, initial);
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const wanting = required && chosen.length === 0 ? t("entry.pick.needed") : "";
  return (
    <fieldset className="pick-many" data-pick={name}>
      <legend>{legend}</legend>
      <p className="pick-chosen" aria-live="polite">
        {chosen.length === 0 ? <span className="hint">{t("entry.pick.none")}</span> : null}
        {chosen.map((id) => (
          <ChosenChip key={id} {...{ name, id, groups }} onDrop={() => toggle(id)} />
        ))}
      </p>
      <PickList {...{ legend, groups, chosen, wanting }}>
        {({ id, label }) => (
          <label key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} /> {label}
          </label>
        )}
      </PickList>
    </fieldset>
  );
}
