import "../look/pick-many.css";
import { type ReactNode, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from "react";
import { useReader } from "../locale/use-reader.ts";

export interface PickOption {
  readonly id: string;
  readonly label: string;
}
export interface PickGroup {
  readonly key: string;
  /** "" = the only group, which needs none. */
  readonly label: string;
  readonly options: readonly PickOption[];
}

interface PickListProps {
  readonly legend: string;
  readonly groups: readonly PickGroup[];
  readonly chosen: readonly string[];
  /** What keeps the form around it from being sent; "" = nothing does. */
  readonly wanting: string;
  readonly search?: Ref<HTMLInputElement>;
  /** How an option is shown. */
  readonly children: (option: PickOption) => ReactNode;
}

/** So many of a group are listed at most; the others are found by name. */
const LISTED = 40;

/** Many options in groups, opened one by one or found by name. */
export function PickList({ legend, groups, chosen, wanting, search, children }: PickListProps) {
  const { t } = useReader();
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(search, () => input.current!);
  useEffect(() => input.current?.setCustomValidity(wanting), [wanting]);
  const sought = text.trim().toLowerCase();
  const shown = groups
    .map((group) => ({
      ...group,
      options: group.options.filter(({ label }) => label.toLowerCase().includes(sought)),
    }))
    .filter(({ options }) => options.length > 0);
  return (
    <>
      <input
        ref={input}
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
          >
            {children}
          </Group>
        ))}
      </div>
    </>
  );
}

interface GroupProps extends Pick<PickListProps, "chosen" | "children"> {
  readonly group: PickGroup;
  readonly isOpen: boolean;
}

function Group({ group: { label, options }, chosen, isOpen: isOpenAtFirst, children }: GroupProps) {
  const { t } = useReader();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const id = useId();
  const count = options.filter((option) => chosen.includes(option.id)).length;
  const list = isOpen ? (
    <div className="pick-options" id={id}>
      {options.slice(0, LISTED).map(children)}
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

interface ChosenChipProps {
  readonly name: string;
  readonly id: string;
  readonly groups: readonly PickGroup[];
  readonly chip?: Ref<HTMLButtonElement>;
  readonly onDrop: () => void;
}

/** One that is chosen, with the field of the form that holds it; it goes with a press. */
export function ChosenChip({ name, id, groups, chip, onDrop }: ChosenChipProps) {
  const { t } = useReader();
  const options = groups.flatMap((group) => group.options);
  const label = options.find((option) => option.id === id)?.label ?? id;
  return (
    <button
      ref={chip}
      type="button"
      className="chip"
      aria-label={t("entry.pick.drop", { name: label })}
      onClick={onDrop}
    >
      {label} <span aria-hidden="true">×</span>
      <input type="hidden" name={name} value={id} />
    </button>
  );
}
