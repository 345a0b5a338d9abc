// Light and dark, and the colours that drawings share with the style sheet.

const CATEGORIES = 8;

/** The colours of the page as they are: by name, and `kinds` for telling things apart. */
export function palette() {
    const style = getComputedStyle(document.documentElement);
    const of = name => style.getPropertyValue('--' + name).trim();
    const colours = {};
    for (const name of [
        'ground',
        'surface',
        'ink',
        'muted',
        'faint',
        'line',
        'accent',
        'pass',
        'fail',
        'doubt',
        'fault',
        'edge'
    ]) {
        colours[name] = of(name);
    }
    colours.kinds = Array.from({ length: CATEGORIES }, (_, i) => of('kind-' + (i + 1)));
    return colours;
}

/** A colour for each of some words, the first ones told apart best. */
export function colourOf(words, colours) {
    return new Map(words.map((word, i) => [word, colours.kinds[i % CATEGORIES]]));
}

/** Makes the button that changes between light and dark; `changed` is called after. */
export function themeButton(button, changed) {
    const wish = remembered();
    if (wish) {
        document.documentElement.dataset.theme = wish;
    }
    const isDark = () =>
        (document.documentElement.dataset.theme ||
            (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
    const label = () => {
        button.textContent = isDark() ? 'Light' : 'Dark';
        button.setAttribute('aria-label', isDark() ? 'Change to light colours' : 'Change to dark colours');
    };
    button.addEventListener('click', () => {
        const next = isDark() ? 'light' : 'dark';
        document.documentElement.dataset.theme = next;
        remember(next);
        label();
        changed();
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
        label();
        changed();
    });
    label();
}

/** A page from the disk may have no memory. */
function remembered() {
    try {
        return localStorage.getItem('peerlab-theme');
    } catch {
        return null;
    }
}

function remember(theme) {
    try {
        localStorage.setItem('peerlab-theme', theme);
    } catch {
        // it is then forgotten with the page
    }
}
