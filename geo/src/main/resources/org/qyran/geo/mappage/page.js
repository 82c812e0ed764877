'use strict';
(function () {
  const data = JSON.parse(document.getElementById('data').textContent);
  const TYPES = new Map([
    ['cannabis_plantation', { name: 'Cannabis plantation', color: '#c6ea2f' }],
    ['vegetation_stand', { name: 'Vegetation stand', color: '#2fd27c' }],
    ['structure_of_interest', { name: 'Structure of interest', color: '#ff7043' }]
  ]);
  const LOOKS = ['#f3e3a1', '#c9dc9a', '#93c8a4', '#5aa9b3', '#33789f'];
  const GAP = '#c2185b';
  const HIDDEN = '#4a3b6b';
  /* Three things that must never be taken for one another. */
  const stateOf = feature => feature.properties.state;
  const MARK = '#2f86ff';
  const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/;

  /* Everything that came from outside is written as text, never as markup. */
  function make(tag, text, className) {
    const node = document.createElement(tag);
    if (text !== undefined) node.textContent = text;
    if (className) node.className = className;
    return node;
  }
  const byId = id => document.getElementById(id);
  const known = value => value !== null && value !== undefined;
  const typeOf = p => TYPES.get(p.type) || { name: words(p.type), color: '#ffd24a' };
  const number = (value, digits, unit) => known(value) ? Number(value).toFixed(digits) + (unit || '') : 'unknown';
  /* Nothing is certain, so nothing is shown as 0 or 1. */
  const share = value => value > 0.99 && value < 1 ? '> 0.99' : value > 0 && value < 0.01 ? '< 0.01' : number(value, 2);
  const words = value => String(value).replace(/_/g, ' ');
  const many = (n, word) => n + ' ' + word + (n === 1 ? '' : 's');
  function when(text) {
    const parts = MOMENT.exec(text || '');
    return parts ? parts[1] + ' ' + parts[2] + ' UTC' : 'unknown time';
  }
  function area(squareMeters) {
    return squareMeters >= 1e4 ? (squareMeters / 1e4).toFixed(squareMeters >= 1e6 ? 0 : 1) + ' ha'
      : squareMeters >= 10 ? squareMeters.toFixed(0) + ' m²' : squareMeters.toFixed(1) + ' m²';
  }
  const centimeters = meters => number(meters * 100, meters < 0.1 ? 1 : 0, ' cm');
  const degrees = p => Math.abs(p.lat).toFixed(6) + (p.lat < 0 ? ' S ' : ' N ') + Math.abs(p.lng).toFixed(6) + (p.lng < 0 ? ' W' : ' E');

  /* ---- the map and its layers, from the ground up ---- */

  const map = L.map('map', { zoomControl: true, maxZoom: 25, zoomSnap: 0.25, attributionControl: false });
  L.control.scale({ imperial: false, maxWidth: 160 }).addTo(map);
  for (const [name, height] of [['pictures', 250], ['coverage', 300], ['footprints', 310], ['targets', 450]]) {
    map.createPane(name).style.zIndex = height;
  }

  /* Takes the unit square to four points, clockwise from its top left (Heckbert 1989, 2.2.3). */
  function perspective([p0, p1, p2, p3]) {
    const x1 = p1.x - p2.x, x2 = p3.x - p2.x, x3 = p0.x - p1.x + p2.x - p3.x;
    const y1 = p1.y - p2.y, y2 = p3.y - p2.y, y3 = p0.y - p1.y + p2.y - p3.y;
    const area = x1 * y2 - x2 * y1;
    const g = (x3 * y2 - x2 * y3) / area, h = (x1 * y3 - x3 * y1) / area;
    return {
      a: p1.x - p0.x + g * p1.x, b: p3.x - p0.x + h * p3.x, c: p0.x,
      d: p1.y - p0.y + g * p1.y, e: p3.y - p0.y + h * p3.y, f: p0.y, g, h
    };
  }

  /* A picture laid on the ground by its corners. */
  const Laid = L.Layer.extend({
    initialize(look) { this.look = look; },
    onAdd(on) {
      this.img = make('img', undefined, 'quicklook leaflet-zoom-hide');
      this.img.alt = this.look.file;
      this.img.onload = () => this.lay();
      this.img.src = this.look.picture;
      on.getPane('pictures').appendChild(this.img);
      on.on('zoomend viewreset', this.lay, this);
    },
    onRemove(from) {
      this.img.remove();
      from.off('zoomend viewreset', this.lay, this);
    },
    lay() {
      const w = this.img.naturalWidth, h = this.img.naturalHeight;
      if (!this._map || !w) return;
      const to = perspective(this.look.corners.map(p => this._map.latLngToLayerPoint(p)));
      this.img.style.transform =
        `matrix3d(${to.a / w},${to.d / w},0,${to.g / w},${to.b / h},${to.e / h},0,${to.h / h},0,0,1,0,${to.c},${to.f},0,1)`;
    }
  });
  const pictures = L.layerGroup(data.quicklooks.map(look => new Laid(look)));

  function popup(layer, title, lines) {
    const box = make('div');
    box.append(make('b', title));
    for (const line of lines) box.append(make('div', line));
    layer.bindPopup(box);
  }

  function unsought(p) {
    return [['plants', p.plants_searched_fraction], ['structures', p.structures_searched_fraction]].filter(([, share]) => share < 1)
      .map(([kind, share]) => (share > 0 ? 'On ' + Math.round((1 - share) * 100) + ' % of it nobody' : 'Nobody') + ' looked for ' + kind + ': see the warning NOT_SEARCHED');
  }

  const coverage = L.geoJSON(data.coverage, {
    pane: 'coverage',
    filter: feature => stateOf(feature) === 'surveyed',
    style: feature => ({ color: '#5d6b70', weight: 0.4, fillOpacity: 0.5, fillColor: LOOKS[Math.min(feature.properties.looks, LOOKS.length) - 1] }),
    onEachFeature(feature, layer) {
      const p = feature.properties;
      const pod = Object.keys(p.pod || {}).map(size => 'would flag a plot of ' + size + ' m²: ' + Math.round(p.pod[size] * 100) + ' % (assumed)');
      popup(layer, (p.looks >= LOOKS.length ? p.looks + ' or more looks' : many(p.looks, 'look')),
        ['Surveyed' + (p.estimated ? ', outline estimated' : '') + ': ' + area(p.area_m2) + ', ' + centimeters(p.best_gsd_m) + ' to ' + centimeters(p.median_gsd_m) + ' (median) per pixel',
          number(p.off_nadir_deg, 0, '° off nadir') + ', sun ' + number(p.sun_elevation_deg, 0, '° high') +
            (p.occluded_fraction > 0 ? ', ' + Math.round(p.occluded_fraction * 100) + ' % of looks hidden by terrain' : ''),
          ...unsought(p), ...pod, 'never more than ' + Math.round(p.pod_ceiling * 100) + ' %: the rest is never visible', when(p.first_seen)]);
    }
  });
  const hiddenGround = L.geoJSON(data.coverage, {
    pane: 'coverage',
    filter: feature => stateOf(feature) === 'could_not_be_seen',
    style: { color: HIDDEN, weight: 0.8, fillColor: HIDDEN, fillOpacity: 0.75 },
    onEachFeature(feature, layer) {
      popup(layer, 'Could not be seen', [area(feature.properties.area_m2) + ' in view, but terrain stood between', 'nothing can be said of it']);
    }
  });
  const gaps = L.geoJSON(data.coverage, {
    pane: 'coverage',
    filter: feature => stateOf(feature) === 'not_surveyed',
    style: { color: GAP, weight: 1.5, dashArray: '5 4', fillColor: GAP, fillOpacity: 0.25 },
    onEachFeature(feature, layer) {
      popup(layer, 'Not surveyed: a gap, nobody looked here', [area(feature.properties.area_m2)]);
    }
  });
  const footprints = L.geoJSON(data.footprints, {
    pane: 'footprints',
    style: { color: '#26374a', weight: 1, fill: false, opacity: 0.55 },
    onEachFeature(feature, layer) {
      const p = feature.properties;
      popup(layer, p.frame, [
        when(p.time),
        centimeters(p.gsd_m) + ' per pixel, ' + number(p.off_nadir_deg, 0, '° off nadir'),
        'CE90 ' + number(p.ce90_m, 1, ' m') + (p.level_ground ? ', ground taken to be level' : '') + (p.clipped ? ', near the horizon cut off' : '') + (p.estimated ? ', camera hardly known: outline estimated' : '')
      ]);
    }
  });

  /* ---- targets: an outline, a label, and a card each ---- */

  const entries = data.targets.features.map((feature, i) => entryOf(feature, i + 1));
  const targets = L.layerGroup(entries.map(entry => entry.shape));
  const list = byId('list');
  let chosen = null;
  const error = L.circle([0, 0], { pane: 'targets', radius: 1, color: MARK, weight: 2.5, dashArray: '5 5', fill: false, interactive: false });

  function entryOf(feature, rank) {
    const p = feature.properties, color = typeOf(p).color;
    const casing = L.geoJSON(feature, { pane: 'targets', interactive: false, style: { color: '#10181b', weight: 5, opacity: 0.55, fill: false } });
    const outline = L.geoJSON(feature, { pane: 'targets', style: { color, weight: 2.5, fillColor: color, fillOpacity: 0.12 } });
    const entry = { p, outline, shape: L.layerGroup([casing, outline]), label: null };
    entry.label = L.tooltip({ permanent: true, direction: 'top', offset: [0, -3], className: 'tag', interactive: true });
    const bounds = outline.getBounds();
    if (bounds.isValid()) {
      entry.label.setLatLng([bounds.getNorth(), bounds.getCenter().lng]).setContent(make('span', String(rank)));
      entry.shape.addLayer(entry.label);
    }
    outline.on('click', () => choose(entry, false));
    entry.label.on('click', () => choose(entry, false));
    entry.card = cardOf(entry, rank);
    return entry;
  }

  function line(card, parts) {
    const p = make('p');
    for (const [text, strong] of parts) p.append(strong ? make('b', text) : text);
    card.append(p);
  }

  function cardOf(entry, rank) {
    const p = entry.p, type = typeOf(p), card = make('article', undefined, 'card');
    card.tabIndex = 0;
    card.style.setProperty('--type', type.color);
    const head = make('h2'), score = make('b', share(known(p.probability) ? p.probability : p.score));
    score.prepend(make('small', known(p.probability) ? 'probability ' : 'score '));
    head.append(make('span', String(rank), 'rank'), make('span', type.name, 'name'), score);
    const bar = make('div', undefined, 'bar'), fill = make('i');
    fill.style.width = Math.round(100 * (known(p.probability) ? p.probability : p.score)) + '%';
    bar.append(fill);
    card.append(head, bar);
    line(card, [[area(p.area_m2), true], [' (' + number(p.area_lo, p.area_m2 < 10 ? 1 : 0) + ' to ' + number(p.area_hi, p.area_m2 < 10 ? 1 : 0) + ') · '],
      ['± ' + number(p.ce90_m, 1, ' m'), true], [' CE90 · '], [many(p.looks, 'look'), true]]);
    if (p.subtype) line(card, [[words(p.subtype)]]);
    if ((p.alternatives || []).length) line(card, [['may also be: ' + p.alternatives.map(words).join(', ')]]);

    const chips = make('div', undefined, 'chips');
    for (const name of p.chips || []) {
      if (!data.chips[name]) continue;
      const img = make('img');
      img.src = data.chips[name];
      img.alt = 'A look at target ' + rank;
      img.onclick = event => { event.stopPropagation(); enlarge(img.src, rank + ' · ' + type.name + ' · ' + name); };
      chips.append(img);
    }
    if (chips.children.length) card.append(chips);

    const more = make('details');
    more.append(make('summary', 'Evidence and place'));
    const table = make('table');
    const row = (name, value, third) => {
      const tr = make('tr');
      tr.append(make('td', name), make('td', value));
      if (third) tr.append(make('td', third));
      table.append(tr);
    };
    for (const e of p.evidence || []) row(words(e.feature), String(Number(Number(e.value).toPrecision(3))), known(e.log_lr) ? number(e.log_lr, 2) : '');
    row('ground height', number(p.height_m, 0, ' m') + ' ± ' + number(p.le90_m, 0, ' m'));
    row('seen', when(p.first_seen));
    if (when(p.last_seen) !== when(p.first_seen)) row('last seen', when(p.last_seen));
    more.append(table);
    const bounds = entry.outline.getBounds();
    if (bounds.isValid()) more.append(make('code', degrees(bounds.getCenter())), make('br'));
    more.append(make('code', p.id));
    more.onclick = event => event.stopPropagation();
    card.append(more);

    card.onclick = () => choose(entry, true);
    card.onkeydown = event => { if (event.key === 'Enter' && event.target === card) choose(entry, true); };
    return card;
  }

  function choose(entry, fly) {
    if (chosen) mark(chosen, false);
    chosen = entry;
    mark(entry, true);
    const bounds = entry.outline.getBounds();
    if (bounds.isValid()) {
      error.setLatLng(bounds.getCenter()).setRadius(entry.p.ce90_m || 0.1).addTo(map);
      if (fly) map.fitBounds(bounds.extend(error.getBounds()).pad(1), { maxZoom: 22, animate: false });
    }
    entry.card.scrollIntoView({ block: 'nearest' });
    entry.card.focus({ preventScroll: true });
  }
  function mark(entry, on) {
    entry.card.classList.toggle('chosen', on);
    entry.outline.setStyle({ weight: on ? 4 : 2.5 });
    const label = entry.label.getElement();
    if (label) label.classList.toggle('chosen', on);
  }

  const large = byId('large');
  function enlarge(source, text) {
    large.querySelector('img').src = source;
    large.querySelector('p').textContent = text;
    large.showModal();
  }
  large.onclick = () => large.close();

  /* ---- what is shown: by type and score; j and k walk through it ---- */

  const hidden = new Set();
  const shown = () => entries.filter(e => !hidden.has(e.p.type) && e.p.score >= Number(byId('least').value));
  function sift() {
    const some = new Set(shown());
    for (const entry of entries) {
      entry.card.hidden = !some.has(entry);
      if (some.has(entry)) targets.addLayer(entry.shape); else targets.removeLayer(entry.shape);
    }
    if (chosen && !some.has(chosen)) { mark(chosen, false); error.remove(); chosen = null; }
    byId('least-shown').textContent = Number(byId('least').value).toFixed(2);
    byId('note').textContent = entries.length === 0 ? '' :
      (some.size === entries.length ? many(some.size, 'target') + ', highest score first.' : some.size + ' of ' + many(entries.length, 'target') + '.') +
      ' A probability assumes its prior, a bare score is only an order; a person decides. Keys: j next, k back.';
  }
  for (const entry of entries) list.append(entry.card);
  if (entries.length === 0) {
    const empty = make('div', undefined, 'empty');
    empty.append(make('b', 'Nothing was flagged.'), data.coverage.features.length
      ? 'That says something only of the ground that was seen, and only as far as its probability of detection goes: see the coverage layer.'
      : 'No frame could be placed, so no ground was searched. The warnings and frames.csv say why.');
    list.append(empty);
  }
  for (const type of new Set(entries.map(e => e.p.type))) {
    const button = make('button'), swatch = make('i'), of = typeOf({ type });
    swatch.style.background = of.color;
    button.append(swatch, of.name + ' ' + entries.filter(e => e.p.type === type).length);
    button.setAttribute('aria-pressed', 'true');
    button.onclick = () => {
      if (hidden.has(type)) hidden.delete(type); else hidden.add(type);
      button.setAttribute('aria-pressed', String(!hidden.has(type)));
      sift();
    };
    byId('types').append(button);
  }
  byId('sift').hidden = entries.length < 2;
  byId('least').oninput = sift;
  document.addEventListener('keydown', event => {
    const step = { j: 1, k: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || large.open) return;
    const walk = shown();
    if (!walk.length) return;
    const at = walk.indexOf(chosen);
    choose(walk[at < 0 ? 0 : Math.min(walk.length - 1, Math.max(0, at + step))], true);
  });

  /* ---- the head of the page ---- */

  const counts = data.summary.counts || {}, refused = Object.entries(counts.refused || {});
  const count = (n, text, title) => {
    const item = make('li');
    item.append(make('b', String(n || 0)), ' ' + text);
    if (title) item.title = title;
    byId('counts').append(item);
  };
  count(counts.read, counts.read === 1 ? 'file' : 'files');
  count(counts.processed, 'processed');
  if (counts.unlocated) count(counts.unlocated, 'without a place');
  if (refused.length) count(refused.reduce((sum, e) => sum + e[1], 0), 'refused (' + refused.map(e => e[1] + ' ' + words(e[0]).toLowerCase()).join(', ') + ')');
  count(entries.length, entries.length === 1 ? 'target' : 'targets');
  const surveyed = data.coverage.features.filter(f => stateOf(f) === 'surveyed').map(f => f.properties);
  const tell = (squareMeters, text) => {
    const item = make('li', text);
    item.prepend(make('b', area(squareMeters)), ' ');
    byId('counts').append(item);
  };
  const ground = surveyed.reduce((sum, p) => sum + p.area_m2, 0);
  const unsearched = surveyed.reduce((sum, p) => sum + p.area_m2 * (1 - p.plants_searched_fraction), 0);
  if (ground) tell(ground, 'of ground seen');
  if (unsearched >= 1) tell(unsearched, 'of it not searched for plants');

  const moments = data.footprints.features.map(f => f.properties.time).filter(Boolean).sort();
  if (moments.length) {
    const first = when(moments[0]), last = when(moments[moments.length - 1]);
    byId('when').textContent = first === last ? first
      : first.slice(0, 10) === last.slice(0, 10) ? first.slice(0, 16) + ' to ' + last.slice(11) : first.slice(0, 16) + ' to ' + last;
  }

  const warnings = byId('warnings'), told = data.summary.warnings || [];
  warnings.hidden = told.length === 0;
  warnings.querySelector('summary').textContent = many(told.length, 'warning');
  for (const warning of told) {
    const item = make('li'), files = warning.files || [];
    item.append(make('b', words(warning.code)), warning.message);
    if (files.length) item.append(make('br'), make('small', files.slice(0, 8).join(', ') + (files.length > 8 ? ' and ' + (files.length - 8) + ' more' : '')));
    warnings.querySelector('ul').append(item);
  }

  /* ---- legend, layers, and where the pointer is ---- */

  const legend = L.control({ position: 'bottomright' });
  const legendBox = make('div', undefined, 'legend');
  legend.onAdd = () => legendBox;
  function explain() {
    legendBox.replaceChildren();
    const row = (color, text, className) => {
      const item = make('div'), swatch = make('i', undefined, className);
      swatch.style[className ? 'borderColor' : 'background'] = color;
      item.append(swatch, text);
      legendBox.append(item);
    };
    if (map.hasLayer(targets)) {
      for (const type of new Set(entries.map(e => e.p.type))) row(typeOf({ type }).color, typeOf({ type }).name);
      if (entries.length) row('', 'CE90 of the chosen target', 'ring');
    }
    if (map.hasLayer(footprints) && data.footprints.features.length) row('#26374a', 'Footprint of a frame', 'line');
    if (map.hasLayer(coverage) && coverage.getLayers().length) {
      LOOKS.forEach((color, i) => row(color, (i === 0 ? 'Surveyed, ' : '') + (i === LOOKS.length - 1 ? (i + 1) + ' or more looks' : many(i + 1, 'look'))));
    }
    if (map.hasLayer(hiddenGround) && hiddenGround.getLayers().length) row(HIDDEN, 'Could not be seen: hidden by terrain');
    if (map.hasLayer(gaps) && gaps.getLayers().length) row(GAP, 'Not surveyed: gap, nobody looked', 'gap');
    legendBox.hidden = legendBox.children.length === 0;
  }
  legend.addTo(map);

  const where = L.control({ position: 'bottomleft' }), whereBox = make('div', undefined, 'where');
  where.onAdd = () => whereBox;
  where.addTo(map);
  whereBox.hidden = true;
  map.on('mousemove', event => { whereBox.hidden = false; whereBox.textContent = degrees(event.latlng.wrap()); });
  map.on('mouseout', () => { whereBox.hidden = true; });

  if (data.quicklooks.length) pictures.addTo(map); else coverage.addTo(map);
  hiddenGround.addTo(map);
  gaps.addTo(map);
  footprints.addTo(map);
  targets.addTo(map);
  const named = {};
  if (data.quicklooks.length) named.Pictures = pictures;
  L.control.layers(null, Object.assign(named, { Surveyed: coverage, 'Could not be seen': hiddenGround, 'Not surveyed (gaps)': gaps, Footprints: footprints, Targets: targets }), { collapsed: false }).addTo(map);
  map.on('overlayadd overlayremove', explain);
  sift();
  explain();
  const all = L.latLngBounds([]);
  for (const layer of [coverage, hiddenGround, gaps, footprints, ...entries.map(e => e.outline)]) {
    if (layer.getBounds().isValid()) all.extend(layer.getBounds());
  }
  if (all.isValid()) map.fitBounds(all.pad(0.04)); else map.setView([48, 67], 4);
})();
