import { filledManifest } from './manifest';
import { type Pixel, type Png, readPng } from './read-png';
import { pathOf } from './repository';

const { icons, accentColor } = filledManifest();
const color = readPng(pathOf(`appPackage/${icons.color}`));
const outline = readPng(pathOf(`appPackage/${icons.outline}`));

// The sizes, the clear border and the pure white are Teams' rules for the icons of an app.
const MARGIN = 48;

it.each([
  ['colour', color, 192],
  ['outline', outline, 32],
])('has a square %s icon of the size that Teams asks for', (_, icon, size) =>
  expect([icon.width, icon.height]).toEqual([size, size]),
);

it('has a colour icon without holes', () => expect(pixelsOf(color).every(([, , , alpha]) => alpha === 255)).toBe(true));

it('keeps 48 pixels of the accent colour clear around the sign', () => {
  const border = pixelsOf(color, (x, y) => Math.min(x, y, 191 - x, 191 - y) < MARGIN);
  expect([...new Set(border.map(asHex))]).toEqual([accentColor]);
});

it('has a sign in the middle', () => {
  const middle = pixelsOf(color, (x, y) => Math.min(x, y, 191 - x, 191 - y) >= MARGIN);
  expect(middle.filter((pixel) => asHex(pixel) !== accentColor).length).toBeGreaterThan(middle.length / 3);
});

it('has an outline icon of pure white on nothing', () => {
  const drawn = pixelsOf(outline).filter(([, , , alpha]) => alpha > 0);
  expect([...new Set(drawn.map(asHex))]).toEqual(['#FFFFFF']);
  expect(drawn.some(([, , , alpha]) => alpha === 255)).toBe(true);
  expect(outline.pixel(0, 0)[3]).toBe(0);
});

function pixelsOf(png: Png, at: (x: number, y: number) => boolean = () => true): readonly Pixel[] {
  const places = Array.from({ length: png.width * png.height }, (_, index) => [
    index % png.width,
    Math.floor(index / png.width),
  ]);
  return places.flatMap(([x = 0, y = 0]) => (at(x, y) ? [png.pixel(x, y)] : []));
}

function asHex([red, green, blue]: Pixel): string {
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
