import { z } from "zod";

/** [longitude, latitude] in degrees, EPSG:4326. A third number (height) is accepted and ignored. */
export const LonLat = z
  .array(z.number())
  .min(2)
  .max(3)
  .meta({ description: "[longitude, latitude] in degrees, EPSG:4326" });

const Ring = z.array(LonLat);

export const Polygon = z.object({ type: z.literal("Polygon"), coordinates: z.array(Ring) });
export type Polygon = z.infer<typeof Polygon>;

export const MultiPolygon = z.object({
  type: z.literal("MultiPolygon"),
  coordinates: z.array(z.array(Ring)),
});
export type MultiPolygon = z.infer<typeof MultiPolygon>;

/** A schema held to by looking through a value in one go, which is passed on as it is, and described as another. */
function lookedThrough<Schema extends z.ZodType>(described: Schema, isSound: (value: unknown) => boolean) {
  const schema = z.custom<z.infer<Schema>>(isSound, "not what its schema describes");
  schema._zod.toJSONSchema = () => {
    const { $schema: _, ...description } = z.toJSONSchema(described);
    return description;
  };
  return schema;
}

function isCoordinates(value: unknown): boolean {
  const isPlace = (place: unknown) =>
    Array.isArray(place) && place.length === 2 && Number.isFinite(place[0]) && Number.isFinite(place[1]);
  const isListOf = (isMember: (member: unknown) => boolean) => (list: unknown) =>
    Array.isArray(list) && list.every(isMember);
  return isListOf(isListOf(isListOf(isPlace)))(value);
}

/** A MultiPolygon that was worked out: it has thousands of places, which the library takes ten times as long to look at. */
export const WorkedOutMultiPolygon = MultiPolygon.extend({
  coordinates: lookedThrough(MultiPolygon.shape.coordinates, isCoordinates),
});

export const ZoneArea = z.object({ zone: z.string().min(1) });
export type ZoneArea = z.infer<typeof ZoneArea>;

/** What an analysis is asked about: a drawn area in EPSG:4326 (edges straight in lon/lat) or a zone by id. */
export const Area = z.union([Polygon, MultiPolygon, ZoneArea]);
export type Area = z.infer<typeof Area>;

/** west, south, east, north in degrees (RFC 7946). */
export const Extent = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Extent = z.infer<typeof Extent>;

/** Most vertices a drawn area may have; zones are not limited. */
export const MAX_AREA_VERTICES = 5000;

/** Largest drawn area in km²: bounds the cost of a question before it is asked. */
export const MAX_AREA_SQKM = 3000;
