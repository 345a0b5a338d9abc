// The protocol inspector: every message and every other event as a row; filtered, searched, followed.

import { h, put, oncePerFrame } from './dom.js';
import { bytes, count, fieldText, seconds, span } from './format.js';
import { after } from './playback.js';
import { query } from './query.js';
import { title } from './model.js';
import { details, eventOf, noTrace, reference } from './details.js';

const ROW = 30;
const AROUND = 12;
const KINDS = [
    ['messages', ['message']],
    ['steps', ['step']],
    ['operations', ['asked', 'answered']],
    ['timers', ['timer']]
];

/** Makes the view. */
export function messagesView(root, model, state, go) {
    if (!model.hasTrace) {
        root.append(noTrace(model.run));
        return {};
    }
    const all = [...model.messages, ...model.moments].sort((a, b) => a.line - b.line);
    const search = h('input', {
        type: 'search',
        placeholder: 'peer:p3  type:FindNode  kind:lost  bytes>100  t:20..21.5  words',
        'aria-label': 'Filter',
        title:
            'peer: from: to: type: kind: id: cause: bytes> t:a..b, any field:, words; - before one ' +
            'excludes',
        oninput: () => filter()
    });
    const type = h(
        'select',
        { 'aria-label': 'Type', onchange: () => filter() },
        h('option', { value: '' }, 'every type'),
        [...model.types].sort().map(t => h('option', { value: t }, t))
    );
    const boxes = KINDS.map(([label, kinds]) => ({
        kinds,
        box: h('input', { type: 'checkbox', checked: label !== 'timers', onchange: () => filter() }),
        label
    }));
    const complaint = h('span', { class: 'complaint', role: 'status' });
    const chosen = h('span', { class: 'bar' });
    const body = h('tbody', {});
    const rows = h(
        'div',
        { class: 'rows tall', tabindex: 0, onscroll: () => draw() },
        h(
            'table',
            {},
            h(
                'colgroup',
                {},
                ['8.4em', '9em', '8.5em', '5em', '7.5em', ''].map(w =>
                    h('col', { style: w ? 'width:' + w : '' })
                )
            ),
            h(
                'thead',
                {},
                h(
                    'tr',
                    {},
                    ['time', 'who', 'type', 'size', 'took', 'what it says'].map((name, i) =>
                        h('th', { class: i === 3 || i === 4 ? 'number' : '' }, name)
                    )
                )
            ),
            body
        )
    );
    const side = h('aside', { class: 'side card' });
    root.append(
        h(
            'div',
            { class: 'bar' },
            search,
            type,
            boxes.map(b => h('label', {}, b.box, b.label)),
            complaint
        ),
        chosen,
        h('div', { class: 'split wide' }, rows, side)
    );

    let shown = all;
    function filter(keepsPlace = false) {
        const read = query(search.value, model.peers);
        const kinds = new Set(boxes.filter(b => b.box.checked).flatMap(b => b.kinds));
        const { conversation, peer } = { conversation: state.get('conversation'), peer: state.get('peer') };
        shown = all.filter(
            e =>
                kinds.has(e.kind) &&
                (!type.value || e.type === type.value) &&
                (conversation === null || e.conversation === conversation) &&
                (peer === null || e.peer === peer || e.from === peer || e.to === peer) &&
                read.matches(e)
        );
        complaint.textContent = read.complaints.join('; ');
        const free = (label, name) =>
            h('button', { title: 'Let go', onclick: () => state.set({ [name]: null }, true) }, label + ' ×');
        put(
            chosen,
            h('span', { class: 'muted' }, `${count(shown.length)} of ${count(all.length)} events`),
            conversation !== null
                ? free(title(model, model.conversations[conversation]), 'conversation')
                : null,
            peer !== null ? free(model.peers[peer].name, 'peer') : null
        );
        if (!keepsPlace) {
            toMoment();
        }
        draw();
    }

    function toMoment() {
        const event = eventOf(model, state);
        const found = event ? shown.indexOf(event) : -1;
        const at = found >= 0 ? found : Math.max(0, after(shown, state.get('time'), e => e.time) - 1);
        const top = at * ROW;
        drawRows(at);
        if (top < rows.scrollTop || top > rows.scrollTop + rows.clientHeight - 3 * ROW) {
            rows.scrollTop = Math.max(0, top - rows.clientHeight / 3);
        }
    }

    const draw = oncePerFrame(() => drawRows(Math.floor(rows.scrollTop / ROW)));

    /** Only the rows in sight, and space for all others. */
    function drawRows(first) {
        const from = Math.max(0, first - AROUND);
        const to = Math.min(shown.length, first + Math.ceil(rows.clientHeight / ROW) + AROUND);
        const space = height =>
            h('tr', { class: 'space' }, h('td', { colspan: 6, style: `height:${height}px` }));
        const event = eventOf(model, state);
        put(
            body,
            space(from * ROW),
            shown.slice(from, to).map(e =>
                row(model, e, e === event, () =>
                    state.set({
                        event: reference(e),
                        time: e.time,
                        playing: false
                    })
                )
            ),
            space((shown.length - to) * ROW)
        );
    }

    rows.addEventListener('keydown', key => {
        const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 }[key.key];
        if (by) {
            key.preventDefault();
            key.stopPropagation();
            const at = shown.indexOf(eventOf(model, state));
            const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
            if (next) {
                state.set({ event: reference(next), time: next.time, playing: false });
            }
        }
    });
    const fillSide = () =>
        put(
            side,
            details(model, eventOf(model, state), go) || [
                h('h2', {}, 'Nothing chosen'),
                h(
                    'p',
                    { class: 'muted' },
                    'Choose a row: what it says, what led to it and what ' +
                        'it led to appear here. The arrow keys go from row to row.'
                )
            ]
        );
    filter();
    fillSide();
    return {
        update: changed => {
            if (changed.has('conversation') || changed.has('peer')) {
                filter();
            } else if (changed.has('time') || changed.has('event')) {
                toMoment();
                draw();
            }
            if (changed.has('event')) {
                fillSide();
            }
        },
        repaint: () => {}
    };
}

function row(model, e, isChosen, choose) {
    const name = peer => model.peers[peer]?.name ?? '?';
    const isMessage = e.kind === 'message';
    const took = isMessage
        ? e.lost !== null
            ? e.lost
            : e.ended === null
              ? 'on its way'
              : span(e.ended - e.sent)
        : e.kind === 'answered'
          ? span(e.fields.latency)
          : '';
    return h(
        'tr',
        {
            class: (isMessage && e.lost !== null) || e.fields.success === false ? 'lost' : '',
            'aria-selected': isChosen,
            onclick: choose
        },
        h('td', {}, seconds(e.time, 6)),
        h('td', {}, isMessage ? `${name(e.from)} → ${name(e.to)}` : name(e.peer)),
        h('td', {}, isMessage || e.kind === 'step' || e.kind === 'timer' ? e.type : `${e.kind} ${e.type}`),
        h('td', { class: 'number' }, isMessage ? bytes(e.bytes) : ''),
        h('td', { class: 'number', title: took }, took),
        h('td', { class: 'code' }, fieldText(e.fields))
    );
}
