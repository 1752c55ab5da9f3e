import { useTranslation } from "react-i18next";
import { useNumbers } from "../locale/use-numbers.ts";
import { type MinutesHistogram, shareWithin } from "../state/minutes-histogram.ts";
import { type Minutes, TOLD_MINUTES } from "./use-minutes.ts";

const TIERS = [5, 10, 15] as const;

/** The shares within each tier and the median; of two sides beside each other, with what changes between them. */
export function MinutesFigures({ minutes }: { readonly minutes: Minutes }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { first, beside } = minutes;
  const median = (of: MinutesHistogram) =>
    of.medianS === null ? t("minutesView.overHour") : numbers.minutes(of.medianS);
  return (
    <>
      <dl className="minutes-figures">
        {TIERS.map((tier) => {
          const [one, other] = [shareWithin(first, tier), beside && shareWithin(beside, tier)];
          return (
            <div key={tier}>
              <dt>{t("minutesView.within", { minutes: tier })}</dt>
              <dd>
                <b>{numbers.share(one)}</b>
                {other === null ? null : <Other text={numbers.share(other)} change={change(one, other)} />}
              </dd>
            </div>
          );
        })}
        <div>
          <dt>{t("minutesView.median")}</dt>
          <dd>
            <b>{median(first)}</b>
            {beside ? <Other text={median(beside)} change={null} /> : null}
          </dd>
        </div>
      </dl>
      {beside ? <Changes minutes={minutes} /> : null}
      <Notes minutes={minutes} />
    </>
  );
}

const change = (one: number | null, other: number | null) =>
  one === null || other === null ? null : other - one;

function Other({ text, change: points }: { readonly text: string; readonly change: number | null }) {
  const { t, i18n } = useTranslation();
  const signed = new Intl.NumberFormat(i18n.language, {
    signDisplay: "exceptZero",
    maximumFractionDigits: 1,
  });
  return (
    <>
      <span className="minutes-other">
        <span className="unseen">{t("minutesView.beside")} </span>
        {text}
      </span>
      {points === null ? null : (
        <small>{t("minutesView.points", { value: signed.format(points * 100).replace("-", "−") })}</small>
      )}
    </>
  );
}

function Changes({ minutes: { change: changed, by } }: { readonly minutes: Minutes }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (changed === null) return null;
  const told = (["lost", "gained", "slower", "faster"] as const).filter((name) => changed[name] > 0);
  const counted = (weight: number) => numbers.counted(weight, t(`minutesView.unitOf.${by}`));
  const little = changed.differing === 0 ? "same" : "little";
  return (
    <ul className="minutes-changes" aria-label={t("minutesView.difference")}>
      {told.length === 0 ? (
        <li>{t(`minutesView.${little}`, { count: counted(changed.differing) })}</li>
      ) : null}
      {told.map((name) => (
        <li key={name}>
          {t(`minutesView.${name}`, { minutes: TOLD_MINUTES, count: counted(changed[name]) })}
        </li>
      ))}
    </ul>
  );
}

function Notes({ minutes: { first, by } }: { readonly minutes: Minutes }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const off = first.offNetworkBuildings;
  return (
    <>
      {by === "buildings" ? <p className="hint">{t("minutesView.byBuildings")}</p> : null}
      {off === 0 ? null : (
        <p className="hint">
          {t(`minutesView.offNetwork.${by}`, {
            count: numbers.counted(first.offNetwork, t(`minutesView.unitOf.${by}`)),
            buildings: numbers.count(off),
          })}
        </p>
      )}
    </>
  );
}
