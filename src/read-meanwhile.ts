import { closeSync, existsSync, fstatSync, openSync, read } from 'node:fs';
import { promisify } from 'node:util';

/**
 * Reads a file while this thread does other work; undefined where there is none. It is asked for in one piece before this returns, so
 * that another thread reads all of it however long this one is busy.
 */
export async function readMeanwhile(path: string): Promise<Buffer<ArrayBuffer> | undefined> {
  if (!existsSync(path)) return undefined;
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafeSlow(fstatSync(file).size);
    const { bytesRead } = await promisify(read)(file, bytes, 0, bytes.length, 0);
    if (bytesRead < bytes.length) throw new Error(`${path} could not be read to its end. Start again.`);
    return bytes;
  } finally {
    closeSync(file);
  }
}
