import { closeSync, existsSync, fstatSync, openSync, read, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** The bytes of a file; undefined where there is none. Throws a sentence when it cannot be read. */
export function readBytes(path: string): Buffer<ArrayBuffer> | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/**
 * The same while this thread does other work. The file is asked for in one piece before this returns, so that another thread reads all
 * of it however long this one is busy. Rejects with a sentence when it cannot be read.
 */
export async function readBytesMeanwhile(path: string): Promise<Buffer<ArrayBuffer> | undefined> {
  if (!existsSync(path)) return undefined;
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.allocUnsafeSlow(fstatSync(file).size);
      const { bytesRead } = await promisify(read)(file, bytes, 0, bytes.length, 0);
      // Few disks read in parts.
      return bytesRead < bytes.length ? readFileSync(path) : bytes;
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${path} cannot be read: ${why}. It must be a file that the assistant may read.`, { cause });
}
