// The page: reads the data, makes the head, the views and the bar of time, and listens to the keyboard.

import { h, put } from './dom.js';
import { modelOf } from './model.js';
import { Playback } from './playback.js';
import { State, stateOf } from './state.js';
import { themeButton } from './theme.js';
import { timebar } from './timebar.js';
import { count, trimmed } from './format.js';
import { provenance } from './provenance.js';
import { verdictMark, verdictView } from './view-verdict.js';
import { chartsView } from './view-charts.js';
import { topologyView } from './view-topology.js';
import { spacetimeView } from './view-spacetime.js';
import { messagesView } from './view-messages.js';
import { algorithmView } from './view-algorithm.js';

const VIEWS = [
    ['verdict', 'Verdict', false, (root, p) => verdictView(root, p.model, p.go)],
    ['topology', 'Topology', true, (root, p) => topologyView(root, p.model, p.playback, p.state)],
    ['spacetime', 'Space-time', true, (root, p) => spacetimeView(root, p.model, p.playback, p.state, p.go)],
    ['messages', 'Messages', true, (root, p) => messagesView(root, p.model, p.state, p.go)],
    ['algorithm', 'Step by step', false, (root, p) => algorithmView(root, p.model, p.state, p.go)],
    ['charts', 'Charts', true, (root, p) => chartsView(root, p.model, p.state)]
];
const KEYS = [
    ['1 … 6', 'the views'],
    ['space', 'play, pause'],
    ['← →', 'the event before, the next one'],
    ['Home End', 'the beginning, the end'],
    ['+ −', 'faster, slower'],
    ['/', 'search'],
    ['Esc', 'let go of what is chosen'],
    ['?', 'this list']
];

function start() {
    const model = modelOf(JSON.parse(document.getElementById('data').textContent));
    const names = VIEWS.map(([name]) => name);
    const state = new State({
        view: 'verdict',
        time: 0,
        playing: false,
        speed: 1,
        layout: null,
        ...stateOf(location.hash, names, model.end)
    });
    const page = {
        model,
        state,
        playback: new Playback(model),
        go: changes => state.set({ playing: false, event: null, walk: null, step: null, ...changes }, true)
    };
    document.title = model.run.title + ' · Peerlab';
    const theme = h('button', {});
    const help = keyboardHelp();
    put(
        document.getElementById('head'),
        h('h1', {}, model.run.title),
        h(
            'div',
            { class: 'buttons' },
            theme,
            h(
                'button',
                { 'aria-label': 'Keyboard', title: 'Keyboard (?)', onclick: () => help.showModal() },
                '?'
            )
        ),
        facts(model.run),
        help
    );
    const bar = timebar(document.getElementById('timebar'), model, page.playback, state);
    const shown = views(page, bar);
    themeButton(theme, () => {
        bar.redraw();
        shown.repaint();
    });
    provenance(document.getElementById('foot'), model, document.getElementById('licences').textContent);
    window.addEventListener('popstate', () =>
        state.set({ view: 'verdict', time: 0, playing: false, ...stateOf(location.hash, names, model.end) })
    );
    document.addEventListener('keydown', event => key(event, page, bar, names, help));
    document.documentElement.dataset.ready = 'true';
}

function facts(run) {
    const points =
        run.pointsPossible > 0 ? [h('span', {}, `${run.points} of ${run.pointsPossible} points`)] : [];
    return h(
        'div',
        { class: 'facts' },
        verdictMark(run.verdict),
        points,
        h('span', {}, `${count(run.peers)} ${run.peers === 1 ? 'peer' : 'peers'}`),
        h('span', {}, `${trimmed(run.simulatedTime, 3)} s simulated`),
        h('span', {}, `${count(run.messages)} messages`),
        h('span', {}, `seed ${run.seed}`),
        h('span', { class: 'code' }, run.fingerprint)
    );
}

/** The tabs and the one view that is open. */
function views(page, bar) {
    const { state } = page;
    const root = document.getElementById('view');
    const strip = document.getElementById('timebar');
    const tabs = VIEWS.map(([name, label]) =>
        h(
            'button',
            {
                role: 'tab',
                id: 'tab-' + name,
                'aria-controls': 'view',
                onclick: () => state.set({ view: name }, true),
                onkeydown: event => roam(event, tabs)
            },
            label
        )
    );
    put(document.getElementById('tabs'), tabs);
    let open = {};
    function show() {
        open.close?.();
        const at = VIEWS.findIndex(([name]) => name === state.get('view'));
        const [name, , hasTime, make] = VIEWS[at];
        tabs.forEach((tab, i) => {
            tab.setAttribute('aria-selected', i === at);
            tab.tabIndex = i === at ? 0 : -1;
        });
        root.setAttribute('aria-labelledby', 'tab-' + name);
        strip.hidden = !hasTime;
        put(root);
        open = make(root, page) || {};
        bar.redraw();
    }
    state.subscribe(changed => (changed.has('view') ? show() : open.update?.(changed)));
    show();
    return { repaint: () => open.repaint?.() };
}

function roam(event, tabs) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by) {
        event.stopPropagation();
        event.preventDefault();
        const next = tabs[(tabs.indexOf(event.target) + by + tabs.length) % tabs.length];
        next.focus();
        next.click();
    }
}

function keyboardHelp() {
    const dialog = h(
        'dialog',
        { 'aria-label': 'Keyboard' },
        h('h2', {}, 'Keyboard'),
        h(
            'dl',
            {},
            KEYS.flatMap(([keys, what]) => [h('dt', {}, h('kbd', {}, keys)), h('dd', {}, what)])
        ),
        h('form', { method: 'dialog' }, h('button', {}, 'Close'))
    );
    return dialog;
}

function key(event, page, bar, names, help) {
    const { state, model } = page;
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== 'range';
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) {
        return;
    }
    if (event.key === 'Escape') {
        event.target.blur?.();
        state.set({ peer: null, conversation: null, event: null }, true);
        return;
    }
    const isPressed = event.target.tagName === 'BUTTON' && event.key === ' ';
    const acts = {
        ' ': () => bar.toggle(),
        ArrowLeft: () => bar.step(false),
        ArrowRight: () => bar.step(true),
        Home: () => state.set({ time: 0 }),
        End: () => state.set({ time: model.end }),
        '+': () => bar.faster(1),
        '-': () => bar.faster(-1),
        '/': () => document.querySelector('main input[type="search"]')?.focus(),
        '?': () => help.showModal()
    };
    const view = names[Number(event.key) - 1];
    const act = view ? () => state.set({ view }, true) : acts[event.key];
    if (act && !isTyping && !isPressed && !event.defaultPrevented) {
        event.preventDefault();
        act();
    }
}

start();
