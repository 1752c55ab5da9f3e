import { useEffect, useRef } from "react";
import { useReader } from "../locale/use-reader.ts";
import { useKept } from "./draft-form.tsx";
import { ChosenChip, type PickGroup, PickList } from "./pick-list.tsx";

interface PickOneProps {
  /** The field of the form around it that holds the id; "" while none is chosen. */
  readonly name: string;
  readonly legend: string;
  readonly groups: readonly PickGroup[];
  readonly required?: boolean;
  /** What keeps the form from being sent while none is chosen; of a required field it is said so. */
  readonly wanting?: string;
}

const NONE: readonly string[] = [];

/** One of many: found by name or group by group; once it is chosen it stands alone, and goes with a press for another. */
export function PickOne({ name, legend, groups, required = false, wanting: told = "" }: PickOneProps) {
  const { t } = useReader();
  const wanting = required ? t("entry.pick.one") : told;
  const [chosen, setChosen] = useKept(name, "");
  const search = useRef<HTMLInputElement>(null);
  const chip = useRef<HTMLButtonElement>(null);
  const isPressed = useRef(false);
  const choose = (id: string) => {
    isPressed.current = true;
    setChosen(id);
  };
  // what was pressed is gone: the keyboard goes on from what stands in its place
  useEffect(() => {
    if (isPressed.current) (chosen === "" ? search : chip).current?.focus();
  }, [chosen]);
  return (
    <fieldset className="pick-many pick-one" data-pick={name}>
      <legend>{legend}</legend>
      {chosen === "" ? (
        <PickList {...{ legend, groups, search }} chosen={NONE} wanting={wanting}>
          {({ id, label }) => (
            <button key={id} type="button" className="quiet" onClick={() => choose(id)}>
              {label}
            </button>
          )}
        </PickList>
      ) : (
        <ChosenChip {...{ name, groups, chip }} id={chosen} onDrop={() => choose("")} />
      )}
    </fieldset>
  );
}
