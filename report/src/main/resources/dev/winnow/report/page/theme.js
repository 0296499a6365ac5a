// Light or dark: the setting of the system, until the reader chooses.

const themeButton = document.getElementById('theme');

function theme(name) {
  document.documentElement.dataset.theme = name;
  themeButton.setAttribute('aria-pressed', String(name === 'dark'));
}

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
theme(systemIsDark.matches ? 'dark' : 'light');
systemIsDark.addEventListener('change', event => theme(event.matches ? 'dark' : 'light'));
themeButton.addEventListener('click', () => theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));
