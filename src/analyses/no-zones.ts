/** Which sentence tells that there are no zones of a kind to rank by: whether the other kind is there matters. */
export function noZonesOf(
  kind: "community" | "subdistrict",
  zones: readonly { readonly kind: string; readonly id: string | null }[],
): "community" | "subdistrict" | "either" {
  return zones.some(({ id }) => id !== null) ? kind : "either";
}
