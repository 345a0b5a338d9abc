// What the page shows at present: the view, the moment, who and what is chosen. It is kept in the address, so
// that a link leads to it and the browser's way back works.

const NUMBERS = ['peer', 'conversation', 'event', 'walk', 'step'];

/** The state of the page; whoever subscribes hears which names changed. */
export class State {
    constructor(initial) {
        this.values = { ...initial };
        this.listeners = [];
    }

    get(name) {
        return this.values[name];
    }

    /** Changes values; `lasting` also writes them into the address, as a place to come back to. */
    set(changes, lasting = false) {
        const changed = new Set(Object.keys(changes).filter(name => this.values[name] !== changes[name]));
        Object.assign(this.values, changes);
        if (lasting) {
            this.remember();
        }
        if (changed.size > 0) {
            this.listeners.forEach(listener => listener(changed));
        }
    }

    subscribe(listener) {
        this.listeners.push(listener);
    }

    remember() {
        const hash = '#' + addressOf(this.values);
        if (hash !== location.hash) {
            history.pushState(null, '', hash);
        }
    }
}

/** The address of a state: view and, where given, time in seconds, peer and what is followed. */
export function addressOf(values) {
    const parts = ['view=' + values.view];
    if (values.time > 0) {
        parts.push('t=' + values.time / 1e9);
    }
    for (const name of NUMBERS) {
        if (values[name] !== null && values[name] !== undefined) {
            parts.push(name + '=' + values[name]);
        }
    }
    return parts.join('&');
}

/** What an address says; what is wrong in it is passed over. */
export function stateOf(address, views, end) {
    const values = { peer: null, conversation: null, event: null, walk: null, step: null };
    for (const part of address.replace(/^#/, '').split('&')) {
        const [name, written] = part.split('=');
        const number = Number(written);
        if (name === 'view' && views.includes(written)) {
            values.view = written;
        } else if (name === 't' && number >= 0) {
            values.time = Math.min(end, Math.round(number * 1e9));
        } else if (NUMBERS.includes(name) && Number.isInteger(number) && number >= 0) {
            values[name] = number;
        }
    }
    return values;
}
