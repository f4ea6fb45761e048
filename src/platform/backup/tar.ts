/** As much of tar (POSIX ustar) as a backup needs, so that any tool can open one. Sizes are known before contents are. */

const BLOCK = 512;

/** One entry: its header, its content, and the padding to the next block. */
export function entry(name: string, content: Buffer): Buffer {
  return Buffer.concat([header(name, content.length), content, padding(content.length)]);
}

export function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > 99) throw new Error(`The name ${name} is too long for the archive.`);
  block.write(name, 0);
  block.write("0000600\0", 100); // a backup holds what people keep private
  block.write("0000000\0", 108);
  block.write("0000000\0", 116);
  block.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  block.write("00000000000\0", 136);
  block.write("        0", 148);
  block.write("ustar\u000000", 257); // its name, and version 00
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

export function padding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

export const END = Buffer.alloc(2 * BLOCK);

export interface Entry {
  readonly name: string;
  readonly size: number;
  /** To be read to its end before the next entry is asked for; `all` gives it in one piece. */
  readonly content: AsyncIterable<Buffer>;
  all(): Promise<Buffer>;
}

/** The entries of an archive, one after the other. Ends with an error when the archive is cut off or is none. */
export async function* entries(bytes: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const reader = new Reader(bytes);
  for (;;) {
    const block = await reader.take(BLOCK);
    if (block.every((byte) => byte === 0)) return;
    if (block.toString("latin1", 257, 262) !== "ustar") throw new Error("not a tar archive");
    const size = Number.parseInt(block.toString("latin1", 124, 135), 8);
    const content = reader.stream(size);
    yield {
      name: block.toString("utf8", 0, block.indexOf(0)),
      size,
      content,
      all: async () => Buffer.concat(await Array.fromAsync(content)),
    };
    for await (const rest of content) void rest;
    await reader.take(padding(size).length);
  }
}

class Reader {
  #source: AsyncIterator<Buffer>;
  #left: Buffer = Buffer.alloc(0);

  constructor(bytes: AsyncIterable<Buffer>) {
    this.#source = bytes[Symbol.asyncIterator]();
  }

  async take(count: number): Promise<Buffer> {
    return Buffer.concat(await Array.fromAsync(this.stream(count)));
  }

  async *stream(count: number): AsyncGenerator<Buffer> {
    while (count > 0) {
      if (this.#left.length === 0) {
        const { value, done } = await this.#source.next();
        if (done) throw new Error("the archive is cut off");
        this.#left = value;
      }
      const piece = this.#left.subarray(0, count);
      this.#left = this.#left.subarray(piece.length);
      count -= piece.length;
      yield piece;
    }
  }
}
