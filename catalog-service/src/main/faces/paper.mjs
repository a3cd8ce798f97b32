// What all faces share: the ink, the coloured ground and the small marks scattered on it.
export const ink = '#231f2b';

const tones = {
  soft: { ground: [62, 80], glow: [75, 89], mark: [48, 68] },
  bold: { ground: [58, 62], glow: [66, 74], mark: [52, 50] },
  night: { ground: [42, 25], glow: [40, 35], mark: [48, 52] },
};

// Each mark is a stroke in a box of 40 by 40, centred on 0,0.
const marks = {
  wave: 'M-22 0q7-12 15 0t15 0 15 0M-22 14q7-12 15 0t15 0 15 0',
  star: 'M0-17 4-5 17 0 4 5 0 17-4 5-17 0-4-5Z',
  note: 'M-6 14V-14L12-18V9M-6 14a6 5 0 1 1-1-3M12 9a6 5 0 1 1-1-3',
  leaf: 'M-15 15C-18-6-4-16 16-16 17 4 6 17-15 15ZM-15 15 4-4',
  heart: 'M0 15C-26-2-12-20 0-8 12-20 26-2 0 15Z',
  plus: 'M-13 0H13M0-13V13',
  times: 'M-11-11 11 11M11-11-11 11',
  dot: 'M0-7a7 7 0 1 0 .1 0Z',
  ring: 'M0-15a15 15 0 1 0 .1 0Z',
  clock: 'M0-16a16 16 0 1 0 .1 0ZM0-8V0L7 5',
  board: 'M-16-16H16V16H-16ZM0-16V16M-16 0H16',
  die: 'M-15-15H15V15H-15ZM-6-6h.1M6 6h.1M0 0h.1',
  book: 'M0-10C-8-16-18-14-18-14V12S-8 10 0 16C8 10 18 12 18 12V-14S8-16 0-10ZM0-10V16',
  speech: 'M-17-13H17V9H0L-9 17V9H-17Z',
  question: 'M-9-8C-9-20 10-20 10-8 10 1 0 0 0 8M0 17h.1',
  spark: 'M0-17V17M-15-8 15 8M-15 8 15-8',
  drop: 'M0-17C12-2 13 4 11 9A12 12 0 0 1-11 9C-13 4-12-2 0-17Z',
  bubble: 'M0-14a14 14 0 1 0 .1 0ZM-5-5q2-4 6-4',
  hexagon: 'M0-17 15-8V8L0 17-15 8V-8Z',
  code: 'M-8-13-19 0-8 13M8-13 19 0 8 13',
  bolt: 'M4-18-10 4H2L-4 18 12-5H0Z',
  flake: 'M0-17V17M-15-8 15 8M-15 8 15-8M-5-13 0-8 5-13M-5 13 0 8 5 13',
  steam: 'M-10 16q-8-8 0-16t0-16M8 16q-8-8 0-16t0-16',
  envelope: 'M-18-12H18V12H-18ZM-18-12 0 4 18-12',
  quill: 'M-15 17C-10-4 2-16 17-17 16-2 4 10-11 11',
  flame: 'M0 17C-18 12-12-4-3-17-2-8 4-8 6-12 14 0 14 14 0 17Z',
  shell: 'M-15 8A15 15 0 1 1 13 8ZM-7 8-4-5M0 8V-6M7 8 4-5',
  gear: 'M0-9a9 9 0 1 0 .1 0ZM0-18V-10M0 18V10M-18 0H-10M18 0H10M-13-13-7-7M13 13 7 7M13-13 7-7M-13 13-7 7',
  moon: 'M6-16A16 16 0 1 0 15 8 13 13 0 0 1 6-16Z',
  cloud: 'M-13 10A9 9 0 0 1-12-7 11 11 0 0 1 9-8 9 9 0 0 1 13 10Z',
  hook: 'M-2 16V-6A8 8 0 1 1 10 0',
};

const places = [[62, 66, -14], [446, 60, 12], [256, 34, 6], [40, 214, 10], [470, 206, -10], [140, 130, 20], [380, 128, -18], [58, 352, -8], [456, 348, 14]];

const hsl = (hue, [saturation, lightness]) => `hsl(${hue} ${saturation}% ${lightness}%)`;

export function background({ hue, tone = 'soft', mark }) {
  const { ground, glow, mark: line } = tones[tone];
  const scattered = places.map(([x, y, turn]) => `<path transform="translate(${x} ${y}) rotate(${turn})" d="${marks[mark]}"/>`);
  return `<rect width="512" height="512" fill="${hsl(hue, ground)}"/><circle cx="256" cy="290" r="214" fill="${hsl(hue, glow)}"/>
    <g fill="none" stroke="${hsl(hue, line)}" stroke-width="5.5" stroke-linecap="round" stroke-linejoin="round">${scattered.join('')}</g>`;
}
