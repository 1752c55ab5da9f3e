/** A place, degrees EPSG:4326: longitude first. */
export type LonLat = readonly [lon: number, lat: number];
