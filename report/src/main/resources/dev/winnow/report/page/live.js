// A served page: the reasons come from its server, and the page follows the work.

const WAIT = 1000; // milliseconds until the server is asked again
const MOST_MOVED = 50;

const movedBox = h('div', {id: 'since'});
document.getElementById('main').prepend(movedBox);
const movedLine = h('p', {role: 'status'});
const movedList = h('div', {});
movedBox.append(movedLine, movedList);
document.documentElement.dataset.live = '';

// The link to this page leads to its first view; the other views get a row of their own.
const home = document.querySelector('nav a[href="/"]');
document.querySelector('nav a[data-view=overview]').remove();
home.dataset.view = 'overview';
home.href = '#overview';
home.parentElement.append(h('div', {class: 'views', role: 'group', 'aria-label': home.textContent},
  ...document.querySelectorAll('nav a[data-view]:not([data-view=overview])')));

/** Asks the server for JSON. An error has the reason in the language of the page. */
async function asked(path, query) {
  const response = await fetch(path + '?' + new URLSearchParams(query)).catch(() => {
    throw new Error(say('serve.work.gone'));
  });
  const said = await response.json();
  if (!response.ok) {
    throw new Error(said.detail);
  }
  return said;
}

/** Returns the details of a pair, as the server explains them. */
async function servedDetails(i) {
  const [project, city, day] = pairOf(i);
  const {reasons} = await asked('/api/pair', {project, city, day});
  reasons.criteria.forEach(one => {
    one.side = one.side.toUpperCase(); // as the page names its constants
  });
  return reasons;
}

// --- what moved since the start of the session ---

/** The place of a pair among those that moved; -1 if it did not. */
const movedPlace = i => book.served ? book.served.moved.indexOf(i) : -1;

function drawMoved() {
  const {moved, added, gone, thenVerdict} = book.served;
  const isOther = n => thenVerdict[n] !== book.verdict[moved[n]];
  const places = moved.map((i, n) => n);
  const verdicts = places.filter(isOther);
  const all = [...verdicts, ...places.filter(n => !isOther(n))];
  movedLine.textContent = [
    moved.length ? say('serve.overview.moved', verdicts.length, moved.length) : '',
    added.length ? say('serve.overview.added', added.length) : '',
    gone ? say('serve.overview.gone', gone) : ''].filter(text => text).join(' ');
  movedBox.className = movedLine.textContent ? 'block' : '';
  replace(movedList, moved.length + added.length ? movedDetails(all, added) : null);
}

function movedDetails(places, added) {
  const isOpen = movedList.querySelector('details')?.open;
  const rows = [...places.map(n => movedRow(book.served.moved[n], n)), ...added.map(i => movedRow(i, -1))];
  return h('details', {open: isOpen}, h('summary', {}, say('serve.overview.list')),
    table(say('serve.overview.list'), [say('project'), say('city'), say('verdict'), say('score'), say('rank')], rows.slice(0, MOST_MOVED)),
    rows.length > MOST_MOVED ? h('p', {class: 'quiet'}, say('serve.overview.more', rows.length - MOST_MOVED)) : null);
}

function movedRow(i, n) {
  const {thenVerdict, thenLow, thenHigh, thenRank} = book.served;
  const was = (before, now) => n < 0 || before === now ? now : before + ' → ' + now;
  return h('tr', {},
    h('th', {scope: 'row'}, h('a', {href: pairLink(i)}, projectOf(i)[1])),
    h('td', {}, cityOf(i)[1]),
    h('td', {}, n < 0 || thenVerdict[n] === book.verdict[i] ? null : [verdict(book.verdicts[thenVerdict[n]]), ' → '], verdict(verdictOf(i))),
    h('td', {class: 'range'}, was(n < 0 ? '' : range(thenLow[n], thenHigh[n]), range(book.low[i], book.high[i]))),
    h('td', {}, was(n < 0 ? '' : String(thenRank[n]), String(book.rank[i]))));
}

/** The verdict and score of a pair at the start; null if they are the same. */
function atStart(i) {
  const n = movedPlace(i);
  if (n < 0) {
    return null;
  }
  const {thenVerdict, thenLow, thenHigh} = book.served;
  return fact(say('serve.overview.start'), [verdict(book.verdicts[thenVerdict[n]]), ' ', range(thenLow[n], thenHigh[n])]);
}

// --- the page follows the work ---

let renewing = false;
let isStale = false;

/** Reads the page again and draws the current view in its place. */
async function renew() {
  isStale = true;
  if (renewing) {
    return;
  }
  renewing = true;
  try {
    while (isStale) {
      isStale = false;
      await renewOnce();
    }
  } catch {
    setTimeout(renew, WAIT); // the server is busy or gone; the bar of the work says so
  } finally {
    renewing = false;
  }
}

async function renewOnce() {
  const response = await fetch(location.pathname);
  if (!response.ok) {
    throw new Error(response.statusText);
  }
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  const index = JSON.parse(await part('index', fresh));
  const ids = [...fresh.querySelectorAll('.view')].map(one => one.id);
  if (index.served.pack !== book.served.pack || ids.join() !== views.join()) {
    location.reload();
    return;
  }
  const before = position();
  take(index);
  for (const kept of ['.about', '.digests', '.head h1']) {
    document.querySelector(kept).replaceWith(fresh.querySelector(kept));
  }
  document.getElementById('overview').replaceChildren(...fresh.getElementById('overview').childNodes);
  drawn.clear();
  await show(false);
  document.documentElement.dataset.renewed = book.served.revision;
  followed();
  restore(before);
}

/** After a reading: what moved, and the rest of an incomplete page. */
function followed() {
  drawMoved();
  if (!book.served.complete) {
    setTimeout(awaitRest, WAIT);
  }
}

async function awaitRest() {
  try {
    const state = await asked('/api/overview', {});
    if (state.complete || state.revision !== book.served.revision) {
      renew();
      return;
    }
  } catch {
    // the server is busy or gone; the bar of the work says so
  }
  setTimeout(awaitRest, WAIT);
}

/** Where the reader is: the scrolled parts and the focus. */
function position() {
  const {activeElement} = document;
  return {
    top: window.scrollY,
    windows: [...document.querySelectorAll('.window')].map(one => one.scrollTop),
    focus: nameOf(activeElement),
    selection: activeElement.id === 'text' ? [activeElement.selectionStart, activeElement.selectionEnd] : null,
  };
}

/** A selector that finds an element again when its view was drawn again; null if there is none. */
function nameOf(element) {
  const view = element.closest('.view');
  if (!view) {
    return null;
  }
  const box = ['picks', 'heat', 'list'].find(name => element.closest('.' + name));
  const own = element.id ? '#' + CSS.escape(element.id)
    : element.dataset.sort ? `[data-sort=${element.dataset.sort}]`
      : element.hasAttribute('href') ? `[href="${CSS.escape(element.getAttribute('href'))}"]`
        : element.matches('.tiles button') ? '.tiles .' + element.classList[0] : null;
  return own && `#${view.id} ${box ? '.' + box + ' ' : ''}${own}`;
}

function restore({top, windows, focus, selection}) {
  document.querySelectorAll('.window').forEach((one, i) => {
    one.scrollTop = windows[i] || 0;
    one.dispatchEvent(new Event('scroll')); // draws the rows, one of which may have the focus
  });
  const element = focus && document.querySelector(focus);
  if (element) {
    element.focus({preventScroll: true});
    selection && element.setSelectionRange(...selection);
  }
  window.scrollTo(0, top);
}

/** Follows the bar of the work, which knows the current revision. */
function followRevision() {
  const {revision} = document.documentElement.dataset;
  if (revision !== undefined && Number(revision) !== book.served.revision) {
    renew();
  }
}

/** After the first reading. */
function live() {
  followed();
  followRevision();
  new MutationObserver(followRevision).observe(document.documentElement, {attributes: true, attributeFilter: ['data-revision']});
}
