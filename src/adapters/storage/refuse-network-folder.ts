/**
 * File systems on which SQLite's write-ahead log and locks cannot be trusted, by the number that statfs gives
 * (Linux, include/uapi/linux/magic.h and fs/smb/client/cifsfs.h).
 */
const networkFileSystems: { readonly [type: number]: string } = {
  20859: 'SMB',
  4283649346: 'CIFS',
  4266872130: 'SMB2',
  26985: 'NFS',
  1702057286: 'FUSE',
};

/** Throws when the folder's file system (`type` from statfs) is shared over a network: cases would be lost there. */
export function refuseNetworkFolder(folder: string, type: number): void {
  // Some systems hand the 32-bit number out with its sign.
  const name = networkFileSystems[type >>> 0];
  if (name === undefined) return;
  throw new Error(
    `The folder ${folder} is on a shared or network file system (${name}), where cases could be lost. Put the file of STORE_URL on a disk of this machine.`,
  );
}
