'use strict';
(function () {
  const data = JSON.parse(document.getElementById('data').textContent);
  const TYPE = {
    vegetation_stand: { name: 'Vegetation stand', color: '#35d07f' },
    cannabis_plantation: { name: 'Cannabis plantation', color: '#b7e62e' },
    structure_of_interest: { name: 'Structure of interest', color: '#ff6b4a' }
  };
  const LOOKS = ['#f3e3a1', '#c9dc9a', '#93c8a4', '#5aa9b3', '#33789f'];
  const MONTHS = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/;

  function make(tag, text, className) {
    const node = document.createElement(tag);
    if (text !== undefined) node.textContent = text;
    if (className) node.className = className;
    return node;
  }
  function typeOf(properties) {
    return TYPE[properties.type] || { name: String(properties.type), color: '#ffd24a' };
  }
  function number(value, digits, unit) {
    return value === null || value === undefined ? 'unknown' : Number(value).toFixed(digits) + (unit || '');
  }
  function when(text) {
    const parts = MONTHS.exec(text || '');
    return parts ? parts[1] + ' ' + parts[2] + ' UTC' : 'unknown time';
  }

  const map = L.map('map', { zoomControl: true, maxZoom: 24, zoomSnap: 0.25, attributionControl: false });
  L.control.scale({ imperial: false, maxWidth: 160 }).addTo(map);

  /* A picture laid on the ground by three of its corners. */
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
      const [a, b, c] = this.look.corners.map(p => this._map.latLngToLayerPoint(p));
      this.img.style.transform =
        `matrix(${(b.x - a.x) / w},${(b.y - a.y) / w},${(c.x - a.x) / h},${(c.y - a.y) / h},${a.x},${a.y})`;
    }
  });
  map.createPane('pictures').style.zIndex = 250;
  const pictures = L.layerGroup(data.quicklooks.map(look => new Laid(look)));

  const coverage = L.geoJSON(data.coverage, {
    style(feature) {
      const p = feature.properties;
      return p.gap
        ? { color: '#b3123f', weight: 1.5, dashArray: '5 4', fillColor: '#b3123f', fillOpacity: 0.28 }
        : { color: '#5d6b70', weight: 0.4, fillColor: LOOKS[Math.min(p.looks, LOOKS.length) - 1], fillOpacity: 0.45 };
    },
    onEachFeature(feature, layer) {
      const p = feature.properties, box = make('div');
      box.append(make('b', p.gap ? 'Gap: nobody looked here' : p.looks + (p.looks === 1 ? ' look' : ' looks')));
      if (!p.gap) {
        box.append(make('div', 'best ground sampling distance ' + number(p.gsd_m * 100, 1, ' cm')));
        for (const size of Object.keys(p.pod || {})) {
          box.append(make('div', 'would flag ' + size + ' m²: ' + Math.round(p.pod[size] * 100) + ' % (assumed)'));
        }
      }
      box.append(make('div', Math.round(p.area_m2) + ' m²'));
      layer.bindPopup(box);
    }
  });

  const footprints = L.geoJSON(data.footprints, {
    style: { color: '#2b4c7e', weight: 1, fill: false, opacity: 0.7 },
    onEachFeature(feature, layer) {
      const p = feature.properties, box = make('div');
      box.append(make('b', p.file));
      box.append(make('div', when(p.time)));
      box.append(make('div', number(p.gsd_m * 100, 1, ' cm per pixel') + ', ' + number(p.off_nadir_deg, 0, '° off nadir')));
      box.append(make('div', 'CE90 ' + number(p.ce90_m, 1, ' m') + (p.level_ground ? ', ground taken to be level' : '')));
      layer.bindPopup(box);
    }
  });

  const cards = {};
  const targets = L.geoJSON(data.targets, {
    style: feature => ({ color: typeOf(feature.properties).color, weight: 2.5, fillOpacity: 0.12 }),
    onEachFeature(feature, layer) {
      const p = feature.properties;
      layer.bindTooltip(number(p.score, 2), { permanent: true, direction: 'center', className: 'tag' });
      layer.on('click', () => {
        const card = cards[p.id];
        if (card) { card.scrollIntoView({ block: 'nearest' }); card.focus(); }
      });
      cards[p.id] = cardOf(p, layer);
    }
  });

  function cardOf(p, layer) {
    const card = make('div', undefined, 'card');
    card.classList.add(String(p.type));
    card.tabIndex = 0;
    const head = make('h2');
    head.append(make('span', typeOf(p).name), make('b', number(p.score, 2)));
    card.append(head);
    const looks = p.looks + (p.looks === 1 ? ' look' : ' looks');
    card.append(make('p', number(p.area_m2, 0, ' m²') + ' (' + number(p.area_lo, 0) + '–' + number(p.area_hi, 0) + '), CE90 ' +
      number(p.ce90_m, 1, ' m') + ', ' + looks));
    if (p.subtype) card.append(make('p', String(p.subtype).replace(/_/g, ' ')));
    if ((p.alternatives || []).length) card.append(make('p', 'or: ' + p.alternatives.join(', ')));
    card.append(make('p', when(p.first_seen)));
    const chips = make('div', undefined, 'chips');
    for (const name of p.chips || []) {
      if (data.chips[name]) {
        const img = make('img');
        img.src = data.chips[name];
        img.alt = 'look at ' + p.id;
        chips.append(img);
      }
    }
    if (chips.children.length) card.append(chips);
    const more = make('details');
    more.append(make('summary', 'Evidence'));
    const table = make('table');
    for (const e of p.evidence || []) {
      const row = make('tr');
      row.append(make('td', String(e.feature).replace(/_/g, ' ')), make('td', number(e.value, 2)));
      table.append(row);
    }
    more.append(table, make('p', p.id));
    more.onclick = event => event.stopPropagation();
    card.append(more);
    const show = () => map.fitBounds(layer.getBounds().pad(2), { maxZoom: 21 });
    card.onclick = show;
    card.onkeydown = event => { if (event.key === 'Enter') show(); };
    return card;
  }

  const list = document.getElementById('list');
  for (const feature of data.targets.features) list.append(cards[feature.properties.id]);
  if (!data.targets.features.length) {
    list.append(make('p', 'Nothing was flagged. That says something only of the ground in the coverage layer.', 'empty'));
  }

  const counts = data.summary.counts, line = document.getElementById('counts');
  const refused = Object.entries(counts.refused || {});
  const part = (n, text) => { line.append(make('b', String(n)), ' ' + text + '   '); };
  part(counts.read, 'files');
  part(counts.processed, 'processed');
  part(counts.unlocated, 'without a place');
  part(refused.reduce((sum, e) => sum + e[1], 0), 'refused' + (refused.length ? ' (' + refused.map(e => e[1] + ' ' + e[0]).join(', ') + ')' : ''));
  part(data.targets.features.length, 'targets to review');

  const warnings = document.getElementById('warnings'), told = data.summary.warnings || [];
  warnings.hidden = told.length === 0;
  warnings.querySelector('summary').textContent = told.length + (told.length === 1 ? ' warning' : ' warnings');
  for (const warning of told) warnings.querySelector('ul').append(make('li', warning.code + ': ' + warning.message));

  const legend = L.control({ position: 'bottomright' });
  legend.onAdd = () => {
    const box = make('div', undefined, 'legend');
    const row = (color, text) => {
      const line = make('div'), swatch = make('i');
      swatch.style.background = color;
      line.append(swatch, text);
      box.append(line);
    };
    row(TYPE.vegetation_stand.color, 'vegetation stand');
    row(TYPE.structure_of_interest.color, 'structure of interest');
    LOOKS.forEach((color, i) => row(color, (i + 1) + (i === LOOKS.length - 1 ? ' or more looks' : i ? ' looks' : ' look')));
    row('rgba(179,18,63,.45)', 'gap: not surveyed');
    return box;
  };
  legend.addTo(map);

  if (data.quicklooks.length) pictures.addTo(map);
  coverage.addTo(map);
  footprints.addTo(map);
  targets.addTo(map);
  if (data.quicklooks.length) coverage.setStyle(f => f.properties.gap ? {} : { fillOpacity: 0.12 });
  L.control.layers(null, { 'Pictures': pictures, 'Coverage': coverage, 'Footprints': footprints, 'Targets': targets }, { collapsed: false }).addTo(map);
  const all = L.featureGroup([coverage, footprints, targets]);
  if (all.getBounds().isValid()) map.fitBounds(all.getBounds().pad(0.05)); else map.setView([48, 67], 5);
})();
