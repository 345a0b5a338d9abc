// How distances to a target shrink, step by step; and what has become of a peer, as a colour and a word.

import { h, svg } from './dom.js';
import { trimmed } from './format.js';
import { palette } from './theme.js';

const STATES = { named: 'known', asked: 'asked', answered: 'has answered', silent: 'silent' };

function colourOfState(state, colours) {
    return { named: colours.faint, asked: colours.kinds[0], answered: colours.pass, silent: colours.fail }[
        state
    ];
}

/** What has become of a peer, as a dot and a word. */
export function stateMark(known, colours) {
    return h(
        'span',
        { class: 'state ' + known },
        h('i', { style: '--c:' + colourOfState(known, colours) }),
        STATES[known]
    );
}

/** Distances over the steps: a dot for a peer as it becomes known or speaks, the closest so far as a line. */
export function ladder(model, frames, at, choose) {
    const [wide, tall, left, top, bottom] = [760, 230, 54, 14, 24];
    const all = frames.flatMap(f => f.known.map(k => k.distance)).filter(d => d !== null);
    if (all.length === 0) {
        return null;
    }
    const colours = palette();
    const most = Math.ceil(Math.max(...all)) + 0.3;
    const least = Math.max(0, Math.floor(Math.min(...all)) - 1);
    const x = i => left + ((i + 0.5) / frames.length) * (wide - left - 10);
    const y = d => top + ((most - d) / Math.max(1, most - least)) * (tall - top - bottom);
    const grid = [];
    const step = Math.max(1, Math.round((most - least) / 6));
    for (let d = Math.ceil(least); d <= most; d += step) {
        grid.push(
            svg('line', { class: 'grid', x1: left, x2: wide, y1: y(d), y2: y(d) }),
            svg(
                'text',
                { x: left - 8, y: y(d) + 4, 'text-anchor': 'end' },
                '2',
                svg('tspan', { dy: -4, 'font-size': 9 }, d)
            )
        );
    }
    const dots = [];
    frames.forEach((frame, i) =>
        frame.known
            .filter(k => k.changed === i && k.distance !== null)
            .forEach(k => {
                const colour = colourOfState(k.state, colours);
                dots.push(
                    svg(
                        'circle',
                        {
                            cx: x(i),
                            cy: y(k.distance),
                            r: i === at ? 6 : 4,
                            'fill-opacity': k.state === 'named' ? 0 : 1,
                            fill: colour,
                            stroke: colour,
                            'stroke-width': 1.5,
                            opacity: i > at ? 0.25 : 1
                        },
                        svg(
                            'title',
                            {},
                            `${model.peers[k.peer].name}: ${STATES[k.state]}, 2^${trimmed(k.distance, 1)}`
                        )
                    )
                );
            })
    );
    const line = frames
        .filter(f => f.closest !== null && f.number <= at)
        .map(f => `${x(f.number)},${y(f.closest)}`);
    return h(
        'div',
        { class: 'ladder' },
        svg(
            'svg',
            {
                viewBox: `0 0 ${wide} ${tall}`,
                role: 'img',
                'aria-label': 'XOR distance to the target, step by step'
            },
            grid,
            svg('rect', {
                x: x(at) - 8,
                y: top - 6,
                width: 16,
                height: tall - top - bottom + 12,
                rx: 4,
                fill: colours.accent,
                opacity: 0.12
            }),
            svg('polyline', { class: 'best', points: line.join(' ') }),
            dots,
            svg(
                'text',
                { x: left, y: tall - 4 },
                'XOR distance to the target; the line is the closest so far'
            ),
            frames.map((f, i) =>
                svg('rect', {
                    x: x(i) - (wide - left) / frames.length / 2,
                    y: 0,
                    width: (wide - left) / frames.length,
                    height: tall,
                    fill: 'transparent',
                    onclick: () => choose(i)
                })
            )
        )
    );
}
