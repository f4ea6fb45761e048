import { raw } from "./html.ts";

/** A branch line in its valley, by day and by night (styles/gate.css). */
export const poster = raw(`<svg class="poster" viewBox="0 0 700 900" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
<rect class="sky" width="700" height="900"/><circle class="sun" cx="505" cy="235" r="88"/>
<path class="far" d="M0 380c90-50 170-62 260-30s170 20 250-22 140-30 190-8v580H0z"/>
<path class="hill" d="M0 470c120-60 220-40 330-8s240 22 370-52v490H0z"/>
<path class="field-near" d="M0 600c140-70 240-70 360-34 130 40 230 20 340-40v374H0z"/>
<path class="meadow" d="M0 720c110-40 210-52 330-22 150 38 260 20 370-26v228H0z"/>
<path class="church" d="M372 566h22v-78l-11-40-11 40zM394 566h52v-46l-26-20-26 20z"/><circle class="field-near" cx="383" cy="506" r="6"/>
<g class="tree"><circle cx="92" cy="604" r="24"/><circle cx="120" cy="612" r="17"/><circle cx="612" cy="548" r="26"/><circle cx="642" cy="556" r="18"/><circle cx="300" cy="572" r="13"/><circle cx="318" cy="576" r="10"/></g>
<path class="track" d="M-20 850H230L410 670H720M230 850H720"/>
<g class="station"><circle cx="120" cy="850" r="17"/><circle cx="410" cy="670" r="17"/><circle cx="590" cy="670" r="17"/><circle cx="520" cy="850" r="17"/></g>
<g transform="translate(452 640)"><path class="carriage" d="M0 46V14Q0 0 16 0h70q12 0 16 12l8 26v8z"/><path class="window" d="M12 10h18v15H12zM38 10h18v15H38zM64 10h18l6 15H64z"/></g>
</svg>`);
