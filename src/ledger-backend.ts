import type { Asset, AssetBody, AssetList } from "../server/contract/assets.ts";
import type { EstateList, EstatePage, EstateRecord } from "../server/contract/estates.ts";
import type {
  HazardClosing,
  NewHazard,
  NewInspection,
  SafetyFile,
  SafetyPage,
  SafetyRecordList,
} from "../server/contract/safety-records.ts";
import { abortable, addressOf, ask, sent } from "./backend.ts";

interface Of {
  readonly district: string;
  readonly id: string;
}
type Query = Readonly<Record<string, string | number | null | undefined>>;
interface Listed {
  readonly district: string;
  /** null and empty texts ask for nothing. */
  readonly query: Query;
  readonly signal?: AbortSignal;
}

const asked = (district: string, query: Query) => ({
  district,
  ...Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
    ),
  ),
});

export const readEstates = ({ district, query, signal }: Listed) =>
  ask<EstateList>(addressOf("api/estates", asked(district, query)), abortable(signal));
export const readSafetyRecords = ({ district, query, signal }: Listed) =>
  ask<SafetyRecordList>(addressOf("api/safety-records", asked(district, query)), abortable(signal));

const estateAddress = ({ district, id }: Of, path = "", query: Query = {}) =>
  addressOf(`api/estates/${encodeURIComponent(id)}${path}`, asked(district, query));
const safetyAddress = ({ district, id }: Of, path = "") =>
  addressOf(`api/safety-records/${encodeURIComponent(id)}${path}`, { district });

export const readEstate = (of: Of) => ask<EstatePage>(estateAddress(of));
/** `seen` is the version of the page as it was read. */
export const sendEstateRecord = (of: Of, record: EstateRecord, seen: number | null) =>
  ask<EstatePage>(estateAddress(of, "/record", { seen }), sent("PUT", record));

export const readSafetyPage = (of: Of) => ask<SafetyPage>(safetyAddress(of));
export const sendInspection = (of: Of, body: NewInspection) =>
  ask<SafetyPage>(safetyAddress(of, "/inspections"), sent("POST", body));
export const sendHazard = (of: Of, body: NewHazard) =>
  ask<SafetyPage>(safetyAddress(of, "/hazards"), sent("POST", body));
export const sendHazardClosing = (of: Of, hazard: string, body: HazardClosing) =>
  ask<SafetyPage>(safetyAddress(of, `/hazards/${encodeURIComponent(hazard)}`), sent("PATCH", body));
export const sendSafetyFile = (of: Of, body: SafetyFile) =>
  ask<SafetyPage>(safetyAddress(of, "/file"), sent("PUT", body));

export const readAssets = ({ district, query, signal }: Listed) =>
  ask<AssetList>(addressOf("api/assets", asked(district, query)), abortable(signal));
export const sendNewAsset = (district: string, body: AssetBody) =>
  ask<Asset>(addressOf("api/assets", { district }), sent("POST", body));
export const sendAsset = ({ district, id }: Of, body: AssetBody, seen: number | null) =>
  ask<Asset>(addressOf(`api/assets/${encodeURIComponent(id)}`, asked(district, { seen })), sent("PUT", body));
