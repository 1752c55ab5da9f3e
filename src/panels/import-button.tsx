import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ACCEPTED_EXTENSIONS } from "../formats/extensions.ts";
import { Icon } from "./icon.tsx";
import { takeFiles } from "./take-file.ts";

/** Chooses a file to make an area of: the way without a pointer to drop with. */
export function ImportButton() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        title={t("file.importHint", { formats: ACCEPTED_EXTENSIONS.join(" ") })}
        onClick={() => input.current?.click()}
      >
        <Icon name="import" />
        {t("file.import")}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED_EXTENSIONS.join(",")}
        aria-label={t("file.import")}
        onChange={({ target }) => {
          void takeFiles([...(target.files ?? [])]);
          // the same file may be chosen again after it was mended
          target.value = "";
        }}
      />
    </>
  );
}
