// The space-time diagram: peers as lines, messages as arrows, faults as bands, steps as notes.

import { h, put, oncePerFrame } from './dom.js';
import { seconds, count } from './format.js';
import { palette } from './theme.js';
import { lanesOf, windowOf } from './lanes.js';
import { title } from './model.js';
import { LEFT, nearest, paint } from './spacetime-picture.js';
import { pointer, tip } from './pointer.js';
import { details, eventOf, noTrace, oneLine, reference } from './details.js';

const USUAL_MESSAGES = 60;

/** Makes the view. */
export function spacetimeView(root, model, playback, state, go) {
    if (!model.hasTrace) {
        root.append(noTrace(model.run));
        return {};
    }
    const canvas = h('canvas', { role: 'img', tabindex: 0, 'aria-label': 'Space-time diagram' });
    const label = h('div', { class: 'tip', hidden: true });
    const stage = h('div', { class: 'stage tall' }, canvas, label);
    const side = h('aside', { class: 'side card' });
    const what = h('span', { class: 'muted grow' });
    const all = h(
        'button',
        {
            onclick: () => {
                window_ = usual(model, state.get('time'));
                state.set({ conversation: null, event: null }, true);
            }
        },
        'All conversations'
    );
    const button = (text, name, act) => h('button', { 'aria-label': name, title: name, onclick: act }, text);
    root.append(
        h(
            'div',
            { class: 'bar' },
            all,
            what,
            h(
                'span',
                { class: 'segments' },
                button('−', 'Zoom out', () => zoom(1 / 1.6)),
                button('Fit', 'Show all of it', () => fit()),
                button('+', 'Zoom in', () => zoom(1.6))
            )
        ),
        h('div', { class: 'split' }, h('div', {}, stage, legendOf()), side)
    );

    let colours = palette();
    let window_ =
        state.get('conversation') !== null && model.conversations[state.get('conversation')]
            ? windowOf(model, state.get('conversation'))
            : usual(model, state.get('time'));
    let scene = null;
    let hovered = null;
    const size = () => canvas.getBoundingClientRect();
    const wide = () => Math.max(1, size().width - LEFT);
    const timeAt = x => window_.from + ((x - LEFT) / wide()) * (window_.to - window_.from);

    function zoom(factor, at = LEFT + wide() / 2) {
        const middle = timeAt(at);
        const length = Math.max(1000, Math.min(model.end * 1.05, (window_.to - window_.from) / factor));
        const share = (middle - window_.from) / (window_.to - window_.from);
        window_ = { from: middle - share * length, to: middle + (1 - share) * length };
        draw();
    }

    function fit() {
        const c = state.get('conversation');
        window_ = c !== null ? windowOf(model, c) : { from: 0, to: model.end };
        draw();
    }

    const draw = oncePerFrame(() => {
        const conversation = model.conversations[state.get('conversation')]
            ? state.get('conversation')
            : null;
        scene = lanesOf(model, { ...window_, conversation, peer: state.get('peer') });
        all.disabled = conversation === null;
        const of =
            conversation !== null
                ? title(model, model.conversations[conversation])
                : state.get('peer') !== null
                  ? 'around ' + model.peers[state.get('peer')].name
                  : 'the busiest peers';
        what.textContent =
            `${of}, ${seconds(Math.max(0, window_.from))} to ${seconds(window_.to)}` +
            (scene.omittedArrows > 0 ? `; ${count(scene.omittedArrows)} messages not drawn: zoom in` : '');
        paint(canvas, model, scene, window_, {
            colours,
            time: state.get('time'),
            event: eventOf(model, state),
            hovered
        });
    });
    const say = tip(stage, label);
    pointer(canvas, {
        move: (dx, dy, point) => {
            const by = (dx / wide()) * (window_.to - window_.from);
            window_ = { from: window_.from - by, to: window_.to - by };
            draw();
        },
        zoom: (factor, point) => zoom(factor, point.x),
        hover: point => {
            const found = point && scene ? nearest(scene, model, window_, size(), point) : null;
            say(point, found ? oneLine(model, found) : '');
            if (found !== hovered) {
                hovered = found;
                draw();
            }
        },
        choose: point => {
            const found = nearest(scene, model, window_, size(), point);
            state.set(
                found
                    ? { event: reference(found), time: found.time }
                    : { event: null, time: Math.round(Math.max(0, Math.min(model.end, timeAt(point.x)))) }
            );
        }
    });
    const fillSide = () =>
        put(side, details(model, eventOf(model, state), go) || conversationsAt(model, state, window_));
    const resize = new ResizeObserver(draw);
    resize.observe(canvas);
    fillSide();
    return {
        update: changed => {
            if (changed.has('conversation') && state.get('conversation') !== null) {
                fit();
            }
            const { from, to } = window_;
            const time = state.get('time');
            if (changed.has('time') && (time < from || time > to)) {
                window_ = { from: time - (to - from) * 0.1, to: time + (to - from) * 0.9 };
            }
            if (changed.has('event') || changed.has('conversation') || changed.has('peer')) {
                fillSide();
            }
            draw();
        },
        repaint: () => {
            colours = palette();
            draw();
        },
        close: () => resize.disconnect()
    };
}

/** A window about a time in which an eye can follow what happens. */
function usual(model, time) {
    const { traffic } = model;
    const bin = Math.min(traffic.sent.length - 1, Math.floor(time / traffic.binNanos));
    const rate = Math.max(1, traffic.sent[bin]) / traffic.binNanos;
    const length = Math.min(model.end, Math.max(1e6, USUAL_MESSAGES / rate));
    const from = Math.max(0, Math.min(time - length * 0.1, model.end - length));
    return { from, to: from + length };
}

function legendOf() {
    const line = (text, colour, kind) =>
        h('span', {}, h('i', { class: 'line ' + kind, style: '--c:' + colour }), text);
    return h(
        'div',
        { class: 'legend' },
        line('message, coloured by type', 'var(--kind-1)', ''),
        line('lost', 'var(--fail)', 'broken'),
        line('down', 'var(--faint)', 'broken'),
        h('span', {}, h('i', { style: '--c:var(--ink)' }), 'step'),
        h(
            'span',
            {},
            h('i', {
                style: '--c:var(--fault);opacity:.4;border-radius:2px'
            }),
            'fault'
        )
    );
}

function conversationsAt(model, state, { from, to }) {
    const found = model.conversations.filter(c => c.messages.length > 0 && c.start <= to && c.end >= from);
    const first = found
        .sort(
            (a, b) =>
                (b.kind === 'asked') - (a.kind === 'asked') ||
                (a.success === false ? 0 : 1) - (b.success === false ? 0 : 1) ||
                a.start - b.start
        )
        .slice(0, 60);
    return [
        h('h2', {}, 'Conversations here'),
        found.length === 0 ? h('p', { class: 'muted' }, 'Nobody speaks.') : null,
        h(
            'ol',
            {},
            first.map(c =>
                h(
                    'li',
                    {},
                    h(
                        'button',
                        {
                            onclick: () =>
                                state.set({ conversation: c.index, time: c.start, event: null }, true)
                        },
                        `${seconds(c.start)} ${title(model, c)}`,
                        c.success === false ? h('span', { class: 'fail' }, ' ✕') : null
                    )
                )
            )
        ),
        found.length > first.length
            ? h('p', { class: 'muted' }, `and ${count(found.length - first.length)} more`)
            : null
    ];
}
