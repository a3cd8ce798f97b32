// Hats and other things that people wear, in the coordinates of an Open Peep (704 by 704).
import { ink } from './paper.mjs';

const line = `stroke="${ink}" stroke-width="11" stroke-linejoin="round" stroke-linecap="round"`;
const path = (d, fill = 'none', more = line) => `<path d="${d}" fill="${fill}" ${more}/>`;
const disc = (x, y, r, fill) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${line}/>`;

export const extras = {
  peakedCap: (cloth = '#2f4a75', badge = '#f3c64e') =>
    path('M222 214C196 150 250 92 378 88 500 84 580 130 560 206 470 176 320 184 222 214Z', cloth) +
    path('M228 256C220 236 220 222 224 210 320 178 470 174 560 204 566 220 566 236 562 248 460 222 330 226 228 256Z', cloth) +
    path('M330 240C420 220 510 226 562 246 610 258 630 282 616 290 540 262 420 262 348 274 330 270 322 252 330 240Z', ink) +
    disc(440, 168, 20, badge),
  doormanCap: (cloth = '#8d2f4b', braid = '#f3c64e') =>
    path('M232 236 216 128C300 88 480 84 562 120L560 226C460 200 320 204 232 236Z', cloth) +
    path('M230 246 226 206C320 174 470 172 562 196L562 236C460 208 330 214 230 246Z', braid) +
    path('M330 236C420 216 510 220 564 236 600 248 612 268 602 276 530 254 420 254 348 264 332 260 324 246 330 236Z', ink) +
    disc(424, 150, 18, braid),
  wizardHat: (cloth = '#4b3b8f', star = '#f7d35a') =>
    path('M250 214C300 130 330 30 456-32 440 10 452 20 470 30 500 90 530 160 548 206Z', cloth) +
    path('M150 250C230 176 520 160 650 226 660 246 640 254 620 248 480 210 320 214 190 268 160 276 140 266 150 250Z', cloth) +
    `<g fill="${star}"><path d="m372 118 10 22 24 3-18 17 5 24-21-12-21 12 5-24-18-17 24-3ZM462 66l7 14 15 2-11 11 3 15-14-7-13 7 2-15-11-11 15-2Z"/></g>`,
  deerstalker: (cloth = '#a98a5b', check = '#806238') =>
    path('M228 238C210 130 300 84 396 84 500 84 566 140 562 232 460 196 330 202 228 238Z', cloth) +
    `<g stroke="${check}" stroke-width="7" fill="none"><path d="M300 112C280 150 276 180 280 216M390 88C384 130 384 170 388 204M478 106C494 140 498 170 496 206M240 172C330 136 470 132 552 168"/></g>` +
    path('M480 222C540 210 600 232 632 268 600 270 540 252 476 250Z', cloth) +
    path('M262 230C220 240 178 268 166 298 200 296 250 274 292 256Z', cloth) +
    path('M372 84C362 58 372 44 394 44 418 46 426 62 416 86 400 74 386 74 372 84Z', cloth) +
    path('M240 240C330 204 460 196 562 232', 'none'),
  kufi: (cloth = '#d9a520', trim = '#7a2e1d') =>
    path('M236 232 244 138C320 96 480 92 548 132L560 222C460 196 330 200 236 232Z', cloth) +
    `<path d="M250 206 276 164 302 194 330 154 358 184 388 148 418 180 446 150 474 182 502 156 526 190 548 168" fill="none" stroke="${trim}" stroke-width="12" stroke-linejoin="round"/>`,
  hornedHelmet: (steel = '#9aa6b2', horn = '#f4e6c3') =>
    path('M236 214C170 206 132 150 148 76 176 132 214 146 262 150Z', horn) +
    path('M540 196C604 184 634 126 612 60 590 112 556 130 512 138Z', horn) +
    path('M224 236C206 130 290 84 394 82 500 82 566 132 562 224 460 188 330 196 224 236Z', steel) +
    path('M374 84C384 120 386 160 384 200L420 196C422 156 418 118 408 82Z', '#c9913f') +
    path('M222 262C214 240 216 222 224 210 330 174 460 170 560 200L564 244C460 212 330 218 222 262Z', '#c9913f'),
  braids: (metal = '#f3c64e') =>
    path('M360 560C352 620 366 690 392 720 418 690 424 620 414 570ZM452 566C446 620 456 690 478 716 504 690 514 620 506 552Z', ink) +
    `<rect x="362" y="634" width="54" height="26" rx="8" fill="${metal}" ${line}/><rect x="452" y="632" width="54" height="26" rx="8" fill="${metal}" ${line}/>`,
  longBeard: (hair = '#f1eee8') =>
    path('M306 520C300 600 350 720 424 770 500 710 556 600 552 506 520 580 480 602 430 602 380 602 336 572 306 520Z', hair) +
    path('M380 640Q400 690 418 704M466 630Q456 680 440 700'),
  laugh: () =>
    path('M402 442C436 456 482 454 516 436 520 486 494 516 460 516 426 514 402 488 402 442Z', '#8a2f3c') +
    path('M410 446C440 456 480 454 508 440L506 460C478 472 440 472 414 466Z', '#fff', 'stroke="none"'),
  sweatband: (cloth = '#e4572e') => path('M222 262C220 244 220 230 224 214 330 178 460 174 560 204L562 246C460 216 330 222 222 262Z', cloth),
  goggles: (glass = '#9fd8e6', strap = '#7b5233') =>
    path('M236 214C330 172 450 168 556 196L556 226C450 198 330 204 236 244Z', strap) +
    disc(398, 196, 46, '#c9913f') + disc(398, 196, 29, glass) + disc(506, 194, 42, '#c9913f') + disc(506, 194, 26, glass),
  headset: (shell = '#5b6cff') =>
    path('M262 330C210 200 260 96 392 92 470 92 520 120 546 168', 'none', `stroke="${ink}" stroke-width="34" stroke-linecap="round"`) +
    path('M262 330C210 200 260 96 392 92 470 92 520 120 546 168', 'none', `stroke="${shell}" stroke-width="16" stroke-linecap="round"`) +
    `<rect x="226" y="310" width="66" height="108" rx="30" fill="${shell}" ${line}/>` +
    path('M262 416C280 480 360 506 430 500') + disc(440, 498, 15, shell),
  earring: (metal = '#f3c64e') => disc(262, 466, 17, metal),
  hoop: (metal = '#f3c64e') => `<circle cx="262" cy="474" r="25" fill="none" stroke="${ink}" stroke-width="20"/><circle cx="262" cy="474" r="25" fill="none" stroke="${metal}" stroke-width="9"/>`,
  pencil: (wood = '#f3b63f') => path('M196 300 330 258 340 284 206 328Z', wood) + path('M330 258 366 256 340 284Z', '#fbe3bd') + path('M196 300 180 306 190 332 206 328Z', '#ef8a8a'),
  bowTie: (silk = '#c7304a') => path('M392 676 300 628C284 664 288 710 306 738Z', silk) + path('M392 676 484 628C500 664 496 710 478 738Z', silk) + disc(392, 678, 24, silk),
  scarf: (wool = '#c9564b') =>
    path('M232 596C290 662 480 668 540 590 566 606 572 640 556 660 480 726 300 728 216 664 204 640 210 612 232 596Z', wool) +
    path('M300 700C296 750 292 790 296 840L392 840C384 790 380 750 384 708Z', wool),
  stethoscope: (tube = '#3f5a7a') =>
    path('M250 610C262 740 330 770 384 740', 'none', `stroke="${tube}" stroke-width="16" stroke-linecap="round"`) +
    path('M540 610C530 700 500 740 470 740', 'none', `stroke="${tube}" stroke-width="16" stroke-linecap="round"`) +
    disc(458, 694, 30, '#d9dee6'),
  kimono: (cloth = '#4f6d5c', collar = '#f4ead7') =>
    path('M250 596 402 760 545 596 640 690 640 800 120 800 150 680Z', cloth) + path('M250 596 402 760 378 800 214 618Z', collar) + path('M545 596 440 720 470 760 582 620Z', collar),
  strap: (leather = '#8a5a36') => path('M110 700 150 668 560 860 500 900Z', leather),
  buttons: (metal = '#f3c64e') => disc(330, 700, 14, metal) + disc(470, 700, 14, metal) + path('M400 640V800'),
};
