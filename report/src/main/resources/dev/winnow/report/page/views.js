// Switches views, and prepares printing.

const views = [...document.querySelectorAll('.view')].map(section => section.id);
const drawn = new Set();
const heading1 = document.title;

let left = null; // the link by which the reader left the overview, and the position of the page

/** Parses the fragment of an address: a view and its subject. */
function target(hash) {
  const [view, ...rest] = hash.split('?')[0].split('/');
  if (view === 'pair') {
    const i = findPair(rest.map(decoded));
    return i === undefined ? {view: book.start} : {view: 'pair', pair: i};
  }
  if (/^(rule|limit|criterion)-/.test(hash) || hash === 'limits') {
    return {view: 'rules', element: hash};
  }
  return {view: views.includes(view) ? view : book.start};
}

/** Decodes a part of the address; a malformed part stays as it is. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}


/** The view to return to from a pair. */
const main = () => views.find(id => id !== 'pair');

async function show(moved) {
  const hash = location.hash.slice(1);
  if (hash === 'main') {
    return;
  }
  const to = target(hash);
  const i = to.pair === undefined && to.view === 'pair' ? 0 : to.pair;
  const overviewSection = document.getElementById('overview');
  if (moved && to.view === 'pair' && overviewSection && !overviewSection.hidden) {
    left = {link: document.activeElement, top: window.scrollY};
  }
  views.forEach(id => {
    document.getElementById(id).hidden = id !== to.view;
  });
  document.querySelectorAll('nav a').forEach(link => {
    const current = link.dataset.view === (to.view === 'pair' ? main() : to.view);
    current ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  });
  const section = document.getElementById(to.view);
  if (to.view === 'overview' && !drawn.has('overview')) {
    overview(section);
  } else if (to.view === 'overview' && hash.includes('?') && location.hash !== shown.address) {
    recalled();
  } else if (to.view === 'pair') {
    await pair(section, i, !moved);
  } else if (to.view === 'chain') {
    chain(section);
  }
  drawn.add(to.view);
  const title = to.view === 'pair' ? pairTitle(i) : to.view === 'overview' ? say('view.overview') : (section.querySelector('h2') || {}).textContent;
  document.title = title && title + ' · ' + heading1;
  if (moved && !(to.view === 'overview' && returned())) {
    arrive(section, to.element);
  }
  document.documentElement.dataset.shown = hash;
}

/** Scrolls back to the link by which the reader left the overview, and focuses it. */
function returned() {
  const {link, top} = left || {};
  left = null;
  if (!link || !link.matches('#overview a')) {
    return false;
  }
  const here = link.isConnected ? link : document.querySelector(`#overview [href="${CSS.escape(link.getAttribute('href'))}"]`);
  window.scrollTo(0, top);
  here && here.focus({preventScroll: true});
  return Boolean(here);
}

/** Scrolls to the requested element and focuses it. */
function arrive(section, id) {
  const element = id && document.getElementById(decoded(id));
  if (element) {
    for (let one = element; one; one = one.parentElement) {
      if (one.tagName === 'DETAILS') {
        one.open = true;
      }
    }
    element.scrollIntoView({block: 'start'});
    element.focus({preventScroll: true});
  } else {
    window.scrollTo(0, 0);
    const title = section.querySelector('h2');
    title && title.focus({preventScroll: true});
  }
}

// --- printing: a limited list, with details opened ---

let unfolded = [];

function printing(on) {
  if (on) {
    unfolded = [...document.querySelectorAll('.view:not([hidden]) details:not([open])')];
  }
  unfolded.forEach(one => {
    one.open = on;
  });
  if (drawn.has('overview')) {
    shown.printing = on;
    draw();
  }
}
window.addEventListener('beforeprint', () => printing(true));
window.addEventListener('afterprint', () => printing(false));

let width = window.innerWidth;
window.addEventListener('resize', () => {
  if (window.innerWidth !== width) {
    width = window.innerWidth;
    const section = document.getElementById('pair');
    if (section && !section.hidden) {
      drawCharts(section);
    }
  }
});

readIndex().then(() => {
  window.addEventListener('hashchange', () => show(true));
  return show(location.hash.length > 1);
}).then(() => {
  book.served && live();
  document.documentElement.dataset.ready = '';
}).catch(problem => {
  document.getElementById('failure').hidden = false;
  throw problem;
});
