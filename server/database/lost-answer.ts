const HEADER_BYTES = 5;
const code = (letter: string) => letter.charCodeAt(0);
const ERROR = code("E");

// what must be among the answers to a message of the client, PostgreSQL protocol 3.0
const ENDINGS: Readonly<Record<string, string>> = {
  P: "1", // Parse: ParseComplete
  B: "2", // Bind: BindComplete
  D: "Tnt", // Describe: RowDescription, NoData, ParameterDescription
  E: "CIs", // Execute: CommandComplete, EmptyQueryResponse, PortalSuspended
  C: "3", // Close: CloseComplete
  Q: "Z", // Query: ReadyForQuery
};

/** Watches the bytes that answer one message of a client. */
export interface AnswerWatch {
  readonly see: (data: Uint8Array) => void;
  /** Whether the answer came to its end, be it an error. */
  readonly isComplete: () => boolean;
}

/**
 * Watches the answer to a message of a type. The embedded PostGIS cannot catch what GEOS throws: a statement may then end
 * with nothing at all, and whoever asked would wait for ever or take it for an empty answer.
 */
export function watchAnswer(messageType: number): AnswerWatch {
  const endings = ENDINGS[String.fromCharCode(messageType)];
  let complete = endings === undefined;
  const header = new Uint8Array(HEADER_BYTES);
  let headerLength = 0;
  let bodyLeft = 0;
  const judge = () => {
    const type = header[0]!;
    complete ||=
      (type === ERROR && messageType !== code("Q")) || endings!.includes(String.fromCharCode(type));
    bodyLeft = new DataView(header.buffer).getInt32(1) - 4;
    headerLength = 0;
  };
  return {
    see(data) {
      for (let at = 0; at < data.length && !complete; ) {
        const skipped = Math.min(bodyLeft, data.length - at);
        bodyLeft -= skipped;
        at += skipped;
        if (at === data.length) return;
        header[headerLength++] = data[at++]!;
        if (headerLength === HEADER_BYTES) judge();
      }
    },
    isComplete: () => complete,
  };
}

const FIELDS = [
  "SERROR",
  "VERROR",
  "CXX000",
  "MThe embedded database ended the statement without an answer.",
];

/** The ErrorResponse that stands for a lost answer. */
export function lostAnswerError(): Uint8Array {
  const body = Buffer.from(`${FIELDS.join("\0")}\0\0`, "utf8");
  return Buffer.concat([message("E", body.length), body]);
}

/** ReadyForQuery: outside a transaction, or within one that failed. */
export function readyForQuery(inTransaction: boolean): Uint8Array {
  return Buffer.concat([message("Z", 1), Buffer.from(inTransaction ? "E" : "I")]);
}

function message(letter: string, bodyLength: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeUInt8(code(letter), 0);
  bytes.writeInt32BE(bodyLength + 4, 1);
  return bytes;
}
