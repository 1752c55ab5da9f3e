const FIRST_ROOM = 1 << 16;

/** Where nodes lie (EPSG:4326), in typed arrays by place number; a place number is found by node id. */
export class NodePlaces {
  #ids = new Float64Array(FIRST_ROOM);
  #lons = new Float64Array(FIRST_ROOM);
  #lats = new Float64Array(FIRST_ROOM);
  #sorted = true;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds a node; find nothing between an `add` and the next `seal`. */
  add(id: number, lon: number, lat: number): void {
    if (this.#count === this.#ids.length) this.#grow();
    if (this.#count > 0 && id <= this.#ids[this.#count - 1]!) this.#sorted = false;
    this.#ids[this.#count] = id;
    this.#lons[this.#count] = lon;
    this.#lats[this.#count] = lat;
    this.#count++;
  }

  /** Makes what was added findable; place numbers given out before are no longer right. */
  seal(): void {
    if (this.#sorted) return;
    const order = Array.from({ length: this.#count }, (_, place) => place);
    order.sort((a, b) => this.#ids[a]! - this.#ids[b]!);
    this.#ids = Float64Array.from(order, (place) => this.#ids[place]!);
    this.#lons = Float64Array.from(order, (place) => this.#lons[place]!);
    this.#lats = Float64Array.from(order, (place) => this.#lats[place]!);
    this.#sorted = true;
  }

  /** The place number of a node, or -1. */
  find(id: number): number {
    let low = 0;
    let high = this.#count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#ids[middle]!;
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  idOf(place: number): number {
    return this.#ids[place]!;
  }

  lonOf(place: number): number {
    return this.#lons[place]!;
  }

  latOf(place: number): number {
    return this.#lats[place]!;
  }

  /** lon, lat interleaved of a list of places. */
  coordinates(places: readonly number[]): Float64Array {
    const coordinates = new Float64Array(2 * places.length);
    for (const [index, place] of places.entries()) {
      coordinates[2 * index] = this.#lons[place]!;
      coordinates[2 * index + 1] = this.#lats[place]!;
    }
    return coordinates;
  }

  #grow(): void {
    const larger = (values: Float64Array) => {
      const grown = new Float64Array(2 * values.length);
      grown.set(values);
      return grown;
    };
    this.#ids = larger(this.#ids);
    this.#lons = larger(this.#lons);
    this.#lats = larger(this.#lats);
  }
}
