import { useReader } from "../locale/use-reader.ts";
import { chooseDispatch } from "../state/dispatch.ts";

/** Where no month is frozen yet: how one is, and the way there. */
export function NoSnapshots() {
  const { t } = useReader();
  return (
    <>
      <p className="hint">{t("dispatch.noSnapshots")}</p>
      <button type="button" onClick={() => chooseDispatch({ part: "month" })}>
        {t("dispatch.parts.month")}
      </button>
    </>
  );
}
