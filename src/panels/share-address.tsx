import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type SharedAddress, shareAddress } from "../state/share-address.ts";
import { Icon } from "./icon.tsx";

/** Copies the address of what is shown, shortened where it is long, and says what was copied. */
export function ShareAddress() {
  const { t } = useTranslation();
  const [shared, setShared] = useState<SharedAddress | null>(null);
  const [isCopied, setCopied] = useState(false);
  const share = async () => {
    const address = await shareAddress();
    // a browser may refuse; the address then stands there to be copied by hand
    const copied = await navigator.clipboard?.writeText(address.address).then(
      () => true,
      () => false,
    );
    setShared(address);
    setCopied(copied === true);
  };
  return (
    <>
      <button type="button" onClick={() => void share()}>
        <Icon name="copy" />
        {t("drawing.share")}
      </button>
      {shared ? (
        <div className="shared" role="status">
          <p className="hint">
            {t(isCopied ? `drawing.copied.${shared.kind}` : "drawing.notCopied", {
              count: shared.address.length,
            })}
            {shared.kind === "long"
              ? ` ${t(`error.${shared.failure.code}`, { defaultValue: shared.failure.message })}`
              : null}
          </p>
          <input
            type="text"
            readOnly
            aria-label={t("drawing.address")}
            value={shared.address}
            onFocus={({ target }) => target.select()}
          />
        </div>
      ) : null}
    </>
  );
}
