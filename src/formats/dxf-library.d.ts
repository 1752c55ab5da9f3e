declare module "dxf" {
  interface Entity {
    readonly type: string;
    readonly layer?: string;
    readonly paperSpace?: number;
  }
  interface Block {
    readonly name: string;
    readonly entities: Entity[];
  }
  interface Drawing {
    readonly header: Record<string, unknown>;
    readonly blocks: Block[];
    readonly entities: Entity[];
    readonly tables: unknown;
  }
  export function parseString(text: string): Drawing;
  /** Every entity as a line, arcs in steps of 5°, blocks put in their places. */
  export function toPolylines(drawing: Drawing): {
    readonly polylines: {
      readonly layer?: { readonly name: string };
      readonly vertices: [number, number][];
    }[];
  };
}
