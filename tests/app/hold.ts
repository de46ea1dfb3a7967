/** Something that somebody waits for until it is released. */
export function hold<T>(value: T) {
  let release = () => {};
  const held = new Promise<T>((resolve) => {
    release = () => resolve(value);
  });
  return { held, release: () => release() };
}
