// Draws the faces of the sample personalities: `npm ci && npm run draw`.
// People are Open Peeps (CC0) in clothes and hats of our own; everybody else is drawn in creatures.mjs.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import sharp from 'sharp';
import { creatures } from './creatures.mjs';
import { extras } from './extras.mjs';
import { background, ink } from './paper.mjs';

const sizes = [64, 128, 256, 512];
const target = new URL('../resources/samples/faces/', import.meta.url).pathname;

/** A person: one Open Peep with exactly the given options, cropped to head and shoulders. */
function person({ peep, wears = [], crop = [50, 62, 640] }) {
  const options = Object.fromEntries(Object.entries(peep).map(([name, value]) => [name, [value]]));
  const probability = (name) => (name in peep ? 100 : 0);
  const svg = createAvatar(openPeeps, {
    seed: 'face',
    ...options,
    facialHairProbability: probability('facialHair'),
    accessoriesProbability: probability('accessories'),
    maskProbability: 0,
  }).toString();
  const drawing = svg.replace(/^.*?<\/mask><g mask=[^>]*>/s, '<g>').replace(/<\/svg>$/, '');
  const [x, y, size] = crop;
  return `<svg x="0" y="0" width="512" height="512" viewBox="${x} ${y} ${size} ${size}" fill="none">
    ${drawing.replaceAll('"#000"', `"${ink}"`)}${wears.map(([name, ...colours]) => extras[name](...colours)).join('')}</svg>`;
}

function face(slug, look) {
  const subject = look.peep ? person(look) : creatures[slug];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512">
    ${background(look)}${subject}</svg>`;
}

const looks = JSON.parse(await readFile(new URL('faces.json', import.meta.url)));
await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
for (const [slug, look] of Object.entries(looks)) {
  const svg = Buffer.from(face(slug, look));
  for (const size of sizes) {
    await sharp(svg, { density: 144 }).resize(size, size).webp({ quality: 82, effort: 6, smartSubsample: true })
      .toFile(`${target}${slug}-${size}.webp`);
  }
}
console.log(`${Object.keys(looks).length} faces drawn`);
