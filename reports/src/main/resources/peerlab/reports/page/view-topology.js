// The network as it plays: who is there, who knows whom, what is on its way.

import { h, put, oncePerFrame } from './dom.js';
import { bytes, count, fieldText, seconds, span, words } from './format.js';
import { palette, colourOf } from './theme.js';
import { colourings } from './colouring.js';
import { NetworkPicture } from './network-picture.js';
import { pointer, tip } from './pointer.js';

const LAYOUTS = { force: 'Free', ring: 'Ring', regions: 'Groups' };

/** Makes the view. */
export function topologyView(root, model, playback, state) {
    const colouring = colourings(model);
    const canvas = h('canvas', {
        role: 'img',
        tabindex: 0,
        'aria-label': 'The network at the present moment'
    });
    const label = h('div', { class: 'tip', hidden: true });
    const stage = h('div', { class: 'stage tall' }, canvas, label);
    const picture = new NetworkPicture(canvas, model, playback);
    const side = h('aside', { class: 'side card' });
    const legend = h('div', { class: 'legend' });
    const showEdges = h('input', { type: 'checkbox', checked: true, onchange: () => draw() });
    const by = h(
        'select',
        { onchange: () => draw() },
        colouring.map(c => h('option', { value: c.name }, c.name))
    );
    const search = h('input', {
        type: 'search',
        placeholder: 'Find a peer',
        'aria-label': 'Find a peer',
        oninput: () => {
            const peer = find(model, search.value.trim());
            state.set({ peer });
        }
    });
    const names = Object.keys(LAYOUTS).filter(name => model.layouts[name]);
    const layouts = h(
        'div',
        { class: 'segments', role: 'group', 'aria-label': 'Layout' },
        names.map(name =>
            h('button', { 'data-layout': name, onclick: () => state.set({ layout: name }) }, LAYOUTS[name])
        )
    );
    const button = (text, what, act) => h('button', { 'aria-label': what, title: what, onclick: act }, text);
    const scale = factor => {
        const { width, height } = canvas.getBoundingClientRect();
        picture.zoomAt(factor, width / 2, height / 2);
        draw();
    };
    root.append(
        h(
            'div',
            { class: 'bar' },
            layouts,
            h('label', {}, 'Colour by', by),
            h('label', {}, showEdges, 'Edges'),
            search,
            h(
                'span',
                { class: 'segments' },
                button('−', 'Zoom out', () => scale(1 / 1.4)),
                button('Fit', 'Show all', () => {
                    Object.assign(picture, { zoom: 1, panX: 0, panY: 0 });
                    draw();
                }),
                button('+', 'Zoom in', () => scale(1.4))
            )
        ),
        h('div', { class: 'split' }, h('div', {}, stage, legend), side)
    );

    let colours = palette();
    let before = state.get('time');
    let hovered = null;
    let sideKey = '';
    const draw = oncePerFrame(() => {
        const layout = layoutOf(state, model);
        layouts
            .querySelectorAll('button')
            .forEach(b => b.setAttribute('aria-pressed', b.dataset.layout === layout));
        const time = state.get('time');
        const colourOfType = colourOf(model.messageTypes, colours);
        const chosen = colouring.find(c => c.name === by.value) || colouring[0];
        const shades = chosen.of(playback.snapshotAt(time), colours);
        const faults = playback.faultsAt(time);
        const scene = {
            layout,
            time,
            from: state.get('playing') ? before : time,
            colours,
            colourOfType,
            conversation: state.get('conversation'),
            peer: hovered ?? state.get('peer'),
            showEdges: showEdges.checked,
            colourOfPeer: shades.colourOfPeer,
            faulty: new Set(faults.flatMap(f => f.who)),
            font: 'system-ui, sans-serif'
        };
        const { up, snapshot } = picture.draw(scene);
        before = time;
        const key = [
            state.get('peer'),
            snapshot,
            playback.nextLife,
            faults.length,
            by.value,
            colours.ink
        ].join();
        if (key !== sideKey || (state.get('peer') !== null && !state.get('playing'))) {
            sideKey = key;
            put(side, sideOf(model, playback, state, { up, snapshot, time, faults }));
            put(legend, legendOf(model, shades, colourOfType, colours));
        }
    });
    const say = tip(stage, label);
    pointer(canvas, {
        move: (dx, dy) => {
            picture.panX += dx;
            picture.panY += dy;
            draw();
        },
        zoom: (factor, point) => {
            picture.zoomAt(factor, point.x, point.y);
            draw();
        },
        hover: point => {
            const peer = point ? picture.peerAt(point.x, point.y) : null;
            say(point, peer === null ? '' : summary(model, playback, state.get('time'), peer));
            if (peer !== hovered) {
                hovered = peer;
                draw();
            }
        },
        choose: point => state.set({ peer: picture.peerAt(point.x, point.y) }, true)
    });
    const resize = new ResizeObserver(draw);
    resize.observe(canvas);
    return {
        update: draw,
        repaint: () => {
            colours = palette();
            sideKey = '';
            draw();
        },
        close: () => resize.disconnect()
    };
}

/** A ring where peers have identifiers, else groups where there are some, else free. */
export function layoutOf(state, model) {
    const wish = state.get('layout');
    return wish && model.layouts[wish]
        ? wish
        : model.peers.length > 0 && model.peers.every(p => p.id)
          ? 'ring'
          : model.layouts.regions
            ? 'regions'
            : 'force';
}

/** The peer of a name, or the first whose name begins so. */
function find(model, name) {
    const peer = model.peerByName.get(name) || (name && model.peers.find(p => p.name.startsWith(name)));
    return peer ? peer.index : null;
}

function summary(model, playback, time, index) {
    const peer = model.peers[index];
    const about = [peer.group !== 'p' && peer.group, peer.role, peer.region].filter(Boolean).join(', ');
    return peer.name + (playback.upAt(time)[index] ? '' : ' (down)') + (about ? '\n' + about : '');
}

function legendOf(model, shades, colourOfType, colours) {
    const dot = (label, colour, kind = '') =>
        h('span', {}, h('i', { class: kind, style: '--c:' + colour }), label);
    const types = model.messageTypes.slice(0, 8);
    return [
        ...shades.words.map(([word, colour]) => dot(word, colour)),
        dot('down', colours.faint, 'hollow'),
        model.faults.length > 0 ? dot('under a fault', colours.fault, 'hollow') : null,
        ...(model.edgeKinds.length > 1
            ? model.edgeKinds.map((kind, i) => dot(kind, colours.kinds[i % 8], 'line'))
            : []),
        ...types.map(t => dot(t, colourOfType.get(t), 'line'))
    ];
}

function sideOf(model, playback, state, { up, snapshot, time, faults }) {
    const index = state.get('peer');
    if (index === null || !model.peers[index]) {
        return overall(model, playback, { up, snapshot, faults });
    }
    const peer = model.peers[index];
    const edges = playback.edges(snapshot);
    let neighbours = 0;
    for (let i = 0; i < edges.length; i += 3) {
        neighbours += edges[i + 1] === index || edges[i + 2] === index ? 1 : 0;
    }
    const facts = [
        ['state', up[index] ? 'up' : 'down'],
        ['group', peer.group],
        ['role', peer.role],
        ['region', peer.region],
        ['neighbours', edges.length > 0 ? count(neighbours) : ''],
        ...Object.entries(playback.valuesOf(index, snapshot)).map(([name, value]) => [
            words(name),
            fieldText(value)
        ])
    ];
    const lives = model.lives.filter(l => l.peer === index).slice(-8);
    return [
        h('h2', {}, peer.name),
        h(
            'dl',
            {},
            facts
                .filter(([, value]) => value !== '')
                .flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])
        ),
        snapshot >= 0
            ? h('p', { class: 'muted' }, `as of the snapshot '${model.snapshots[snapshot].name}'`)
            : null,
        h(
            'div',
            { class: 'links' },
            h(
                'button',
                { onclick: () => state.set({ view: 'messages', conversation: null }, true) },
                'Its messages'
            ),
            h(
                'button',
                { onclick: () => state.set({ view: 'spacetime', conversation: null }, true) },
                'In space-time'
            )
        ),
        lives.length > 0
            ? [
                  h('h3', {}, 'Its life'),
                  h(
                      'ol',
                      {},
                      lives.map(l =>
                          h(
                              'li',
                              {},
                              h(
                                  'button',
                                  {
                                      onclick: () => state.set({ time: l.time, playing: false })
                                  },
                                  `${seconds(l.time)} ${l.change}`
                              )
                          )
                      )
                  )
              ]
            : null
    ];
}

function overall(model, playback, { up, snapshot, faults }) {
    const isUp = up.reduce((sum, one) => sum + one, 0);
    const edges = model.data.spoke ? model.data.spoke.length / 2 : playback.edges(snapshot).length / 3;
    const types = Object.entries(model.traffic?.types || {})
        .sort((a, b) => b[1][0] - a[1][0])
        .slice(0, 10);
    return [
        h('h2', {}, `${count(isUp)} of ${count(model.peers.length)} peers up`),
        h(
            'dl',
            {},
            h('dt', {}, model.data.spoke ? 'pairs that spoke' : 'edges'),
            h('dd', {}, count(edges)),
            snapshot >= 0 ? [h('dt', {}, 'snapshot'), h('dd', {}, model.snapshots[snapshot].name)] : null,
            faults.flatMap(f => [
                h('dt', {}, 'fault'),
                h(
                    'dd',
                    {},
                    `${f.fault} ${f.words}`.trim() +
                        ' since ' +
                        span(f.from) +
                        (f.whoCount ? `, ${count(f.whoCount)} peer${f.whoCount === 1 ? '' : 's'}` : '')
                )
            ])
        ),
        types.length > 0
            ? [
                  h('h3', {}, 'Messages of the whole run'),
                  h(
                      'dl',
                      {},
                      types.flatMap(([type, [sent, size, lost]]) => [
                          h('dt', {}, type),
                          h(
                              'dd',
                              {},
                              `${count(sent)}, ${bytes(size)}${lost > 0 ? `, ${count(lost)} lost` : ''}`
                          )
                      ])
                  )
              ]
            : null,
        h(
            'p',
            { class: 'muted' },
            model.data.spoke
                ? 'This protocol shows no neighbours: edges are of those who ' + 'exchanged messages.'
                : 'Choose a peer to see what it knows.'
        )
    ];
}
