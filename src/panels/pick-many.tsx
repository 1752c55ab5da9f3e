import "../look/pick-many.css";
import { useEffect, useId, useRef, useState } from "react";
import { useReader } from "../locale/use-reader.ts";
import { useKept } from "./draft-form.tsx";

interface PickOption {
  readonly id: string;
  readonly label: string;
}
export interface PickGroup {
  readonly key: string;
  /** "" = the only group, which needs none. */
  readonly label: string;
  readonly options: readonly PickOption[];
}

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

/** So many of a group are listed at most; the others are found by name. */
const LISTED = 40;
const NONE: readonly string[] = [];

/** Several of many: what is chosen stands on top and goes with a press, the rest is found by name or group by group. */
export function PickMany({ name, legend, of = "", groups, initial = NONE, required = false }: PickManyProps) {
  const { t } = useReader();
  const [chosen, setChosen] = useKept<readonly string[]>(`${name} ${of}`, initial);
  const [text, setText] = useState("");
  const search = useRef<HTMLInputElement>(null);
  const isWanting = required && chosen.length === 0;
  const needed = t("entry.pick.needed");
  useEffect(() => search.current?.setCustomValidity(isWanting ? needed : ""), [isWanting, needed]);
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const sought = text.trim().toLowerCase();
  const shown = groups
    .map((group) => ({
      ...group,
      options: group.options.filter(({ label }) => label.toLowerCase().includes(sought)),
    }))
    .filter(({ options }) => options.length > 0);
  return (
    <fieldset className="pick-many" data-pick={name}>
      <legend>{legend}</legend>
      <Chosen {...{ name, groups, chosen, onDrop: toggle }} />
      <input
        ref={search}
        type="search"
        value={text}
        placeholder={t("entry.pick.find")}
        aria-label={`${legend} · ${t("entry.pick.find")}`}
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
        // what is sought is no reason to send the form
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
        }}
      />
      <div className="pick-groups">
        {shown.length === 0 && sought !== "" ? (
          <p className="hint">{t("entry.pick.noMatch", { text: text.trim() })}</p>
        ) : null}
        {shown.map((group) => (
          <Group
            key={`${group.key} ${sought !== ""}`}
            group={group}
            chosen={chosen}
            isOpen={sought !== "" || group.label === ""}
            onToggle={toggle}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ChosenProps {
  readonly name: string;
  readonly groups: readonly PickGroup[];
  readonly chosen: readonly string[];
  readonly onDrop: (id: string) => void;
}

function Chosen({ name, groups, chosen, onDrop }: ChosenProps) {
  const { t } = useReader();
  const options = groups.flatMap((group) => group.options);
  return (
    <p className="pick-chosen" aria-live="polite">
      {chosen.length === 0 ? <span className="hint">{t("entry.pick.none")}</span> : null}
      {chosen.map((id) => {
        const label = options.find((option) => option.id === id)?.label ?? id;
        return (
          <button
            key={id}
            type="button"
            className="chip"
            aria-label={t("entry.pick.drop", { name: label })}
            onClick={() => onDrop(id)}
          >
            {label} <span aria-hidden="true">×</span>
            <input type="hidden" name={name} value={id} />
          </button>
        );
      })}
    </p>
  );
}

interface GroupProps {
  readonly group: PickGroup;
  readonly chosen: readonly string[];
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
}

function Group({ group: { label, options }, chosen, isOpen: isOpenAtFirst, onToggle }: GroupProps) {
  const { t } = useReader();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const id = useId();
  const count = options.filter((option) => chosen.includes(option.id)).length;
  const list = isOpen ? (
    <div className="pick-options" id={id}>
      {options.slice(0, LISTED).map((option) => (
        <label key={option.id}>
          <input type="checkbox" checked={chosen.includes(option.id)} onChange={() => onToggle(option.id)} />{" "}
          {option.label}
        </label>
      ))}
      {options.length > LISTED ? (
        <p className="hint">{t("entry.pick.more", { count: options.length - LISTED })}</p>
      ) : null}
    </div>
  ) : null;
  if (label === "") return list;
  return (
    <section>
      <button
        type="button"
        className="quiet pick-group"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        <span className="chip-count">
          {count === 0 ? options.length : t("entry.pick.chosen", { chosen: count, count: options.length })}
        </span>
      </button>
      {list}
    </section>
  );
}
