import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, ftruncateSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Room for one round of cases, and around it for the image of that disk. */
const DISK_BYTES = 48 * 1024 * 1024;
const BELOW_BYTES = 2 * DISK_BYTES;

export type Disk = {
  readonly folder: string;
  /** Cuts the power: the disk stands still, `stop` is called, and the folder of a mounted copy is returned that has only what had reached the disk by then. */
  readonly cut: (stop: () => void) => string;
  /** Takes away the disk and its copy, whatever state they are in. */
  readonly remove: () => void;
};

/**
 * An ext4 disk in an image file, whose power can be cut. Throws where such a disk cannot be mounted: this needs the rights of the machine's owner.
 *
 * The image lies on a second ext4 disk below it. Freezing that one holds every write to the image at one moment, so the
 * copy is a state in which a real disk could be, and not blocks from different moments. Nothing is written back into the image by
 * this: what the upper file system has only in memory stays there. What it has handed to the loop device can be read
 * from the image with or without direct writing, so direct writing is not asked for.
 * What is not shown: a drive that keeps writes in a memory of its own and loses them.
 */
export function layDisk(place: string): Disk {
  const [below, folder, copy] = [join(place, 'below'), join(place, 'disk'), join(place, 'copy')];
  const [image, copied] = [join(below, 'disk.img'), join(place, 'copy.img')];
  const remove = () => {
    spawnSync('fsfreeze', ['--unfreeze', below]);
    for (const mounted of [copy, folder, below]) spawnSync('umount', ['--lazy', mounted]);
    rmSync(place, { recursive: true, force: true });
  };
  try {
    for (const made of [below, folder, copy]) mkdirSync(made, { recursive: true });
    format(join(place, 'below.img'), BELOW_BYTES);
    mount(join(place, 'below.img'), below);
    format(image, DISK_BYTES);
    mount(image, folder);
  } catch (error) {
    remove();
    throw error;
  }
  const cut = (stop: () => void) => {
    whileStill(below, () => {
      stop();
      copyFileSync(image, copied);
    });
    mount(copied, copy);
    return copy;
  };
  return { folder, cut, remove };
}

function format(image: string, bytes: number): void {
  const file = openSync(image, 'w');
  ftruncateSync(file, bytes);
  closeSync(file);
  run('mkfs.ext4', ['-q', '-F', image]);
}

function mount(image: string, folder: string): void {
  run('mount', ['-t', 'ext4', '-o', 'loop', image, folder]);
}

function whileStill(folder: string, act: () => void): void {
  run('fsfreeze', ['--freeze', folder]);
  try {
    act();
  } finally {
    run('fsfreeze', ['--unfreeze', folder]);
  }
}

function run(command: string, words: readonly string[]): void {
  execFileSync(command, words, { stdio: 'pipe' });
}
