// Each metric over time: faults as bands, marks and bounds as lines, the present moment as a rule.

import { h, put } from './dom.js';
import { measured, seconds } from './format.js';
import { palette } from './theme.js';
import { chartsOf } from './charts.js';

/** Ticks of sizes: a KiB is no round number of tens. */
const POWERS_OF_TWO = Array.from({ length: 50 }, (_, i) => 2 ** i);

/** Makes the view; charts are drawn when they come into sight. */
export function chartsView(root, model, state) {
    const charts = chartsOf(model);
    if (charts.length === 0) {
        root.append(h('p', { class: 'muted' }, 'The run was too short for a window of metrics.'));
        return {};
    }
    const search = h('input', {
        type: 'search',
        placeholder: 'Find a metric',
        'aria-label': 'Find a metric',
        oninput: () =>
            cards.forEach(card => {
                card.element.hidden = !card.text.includes(search.value.toLowerCase());
            })
    });
    root.append(
        h(
            'div',
            { class: 'bar' },
            search,
            h(
                'span',
                { class: 'muted' },
                `windows of ${seconds(windowNanos(model), 0)}; click a chart to go to that moment`
            )
        )
    );
    const cards = charts.map(chart => card(chart, model, state));
    root.append(
        h(
            'div',
            { class: 'charts' },
            cards.map(c => c.element)
        )
    );
    const seen = new IntersectionObserver(
        entries =>
            entries
                .filter(e => e.isIntersecting)
                .forEach(entry => {
                    cards.find(c => c.element === entry.target).draw();
                }),
        { rootMargin: '200px' }
    );
    cards.forEach(c => seen.observe(c.element));
    return {
        update: changed => {
            if (changed.has('time')) {
                cards.forEach(c => c.moment());
            }
        },
        repaint: () => cards.forEach(c => c.repaint()),
        close: () => {
            seen.disconnect();
            cards.forEach(c => c.close());
        }
    };
}

function windowNanos(model) {
    const { times } = model.series;
    return (times[1] - times[0] || times[0] || 1) * 1e9;
}

function card(chart, model, state) {
    const plot = h('div', { class: 'plot' });
    const legend = h('div', { class: 'legend' });
    const now = h('div', { class: 'now' });
    const element = h('section', { class: 'card chart' }, h('h3', {}, chart.title), now, plot, legend);
    let drawn = null;
    const resize = new ResizeObserver(() =>
        drawn?.setSize({ width: plot.clientWidth, height: plot.clientHeight })
    );
    const self = {
        element,
        text: (chart.title + ' ' + chart.lines.join(' ')).toLowerCase(),
        draw: () => {
            if (drawn === null && plot.clientWidth > 0) {
                drawn = draw(chart, model, state, plot, legend);
                resize.observe(plot);
                self.moment();
            }
        },
        moment: () => {
            if (drawn) {
                drawn.redraw(false, false);
                put(now, valuesAt(chart, model, state.get('time')));
            }
        },
        repaint: () => {
            if (drawn) {
                drawn.destroy();
                drawn = null;
                self.draw();
            }
        },
        close: () => {
            resize.disconnect();
            drawn?.destroy();
        }
    };
    return self;
}

function valuesAt(chart, model, time) {
    const { times, values } = model.series;
    const index = times.findIndex(t => t * 1e9 >= time);
    const at = index < 0 ? times.length - 1 : index;
    return (
        `to ${seconds(times[at] * 1e9, 0)}: ` +
        chart.lines
            .map(name => label(name, chart) + ' ' + measured(values[name][at] ?? null, chart.unit))
            .join(' · ')
    );
}

function label(name, chart) {
    const short = name.startsWith(chart.title + '.')
        ? name.slice(chart.title.length + 1)
        : (name.match(/\['([^']*)'\]/)?.[1] ?? name);
    return { p50: 'median' }[short] || short;
}

function draw(chart, model, state, plot, legend) {
    const colours = palette();
    const { times, values } = model.series;
    const padded = name => times.map((_, i) => values[name][i] ?? null);
    const axis = {
        stroke: colours.muted,
        grid: { stroke: colours.line, width: 1 },
        ticks: { stroke: colours.line },
        font: '12px system-ui, sans-serif'
    };
    const limits = [...chart.bounds, ...chart.theory];
    put(
        legend,
        chart.lines.map((name, i) =>
            h('span', {}, h('i', { class: 'line', style: '--c:' + colours.kinds[i % 8] }), label(name, chart))
        ),
        chart.bounds.map(b =>
            h(
                'span',
                { class: b.verdict },
                h('i', { class: 'line broken', style: '--c:currentColor' }),
                'expected ' + b.text
            )
        ),
        chart.theory.map(t =>
            h(
                'span',
                { title: t.source },
                h('i', { class: 'line broken', style: '--c:' + colours.ink }),
                'theory: ' + t.text,
                h('small', {}, t.source)
            )
        )
    );
    return new uPlot(
        {
            width: plot.clientWidth,
            height: plot.clientHeight || 200,
            padding: [10, 12, 0, 0],
            cursor: { sync: { key: 'peerlab' }, y: false, points: { size: 6 } },
            legend: { show: false },
            scales: {
                x: { time: false, range: [0, model.end / 1e9] },
                y: { range: (u, low, high) => range(low, high, limits) }
            },
            axes: [
                { ...axis, size: 32, values: (u, ticks) => ticks.map(t => t + ' s') },
                {
                    ...axis,
                    size: 62,
                    values: (u, ticks) => ticks.map(t => measured(t, chart.unit)),
                    ...(chart.unit === 'B' ? { incrs: POWERS_OF_TWO } : {})
                }
            ],
            series: [
                {},
                ...chart.lines.map((name, i) => ({
                    label: name,
                    stroke: colours.kinds[i % 8],
                    width: 1.8,
                    spanGaps: true,
                    points: { show: times.length < 3 }
                }))
            ],
            bands: bandOf(chart, colours),
            hooks: {
                drawClear: [u => behind(u, model, colours)],
                draw: [u => limitsAndMoment(u, chart, state.get('time'), colours)],
                ready: [
                    u =>
                        u.over.addEventListener('click', () =>
                            state.set(
                                {
                                    time: Math.round(
                                        Math.max(0, Math.min(model.end, u.posToVal(u.cursor.left, 'x') * 1e9))
                                    )
                                },
                                true
                            )
                        )
                ]
            }
        },
        [times, ...chart.lines.map(padded)],
        plot
    );
}

/** Between the median and what 95 of 100 stay below. */
function bandOf(chart, colours) {
    const [median, high] = ['.p50', '.p95'].map(end => chart.lines.findIndex(name => name.endsWith(end)));
    return median < 0 || high < 0
        ? []
        : [{ series: [high + 1, median + 1], fill: colours.kinds[median % 8] + '22' }];
}

function range(low, high, limits) {
    const all = [low ?? 0, high ?? 1, 0, ...limits.map(l => l.value)];
    const least = Math.min(...all);
    const most = Math.max(...all);
    return [least, most === least ? least + 1 : most + (most - least) * 0.06];
}

function behind(u, model, colours) {
    const { ctx, bbox } = u;
    ctx.save();
    ctx.fillStyle = colours.fault;
    ctx.globalAlpha = 0.14;
    for (const fault of model.faults) {
        const from = u.valToPos(fault.from / 1e9, 'x', true);
        const to = u.valToPos((fault.to ?? model.end) / 1e9, 'x', true);
        ctx.fillRect(from, bbox.top, Math.max(2, to - from), bbox.height);
    }
    ctx.globalAlpha = 0.5;
    ctx.fillStyle = colours.ink;
    for (const mark of model.timeline.filter(t => t.mark)) {
        ctx.fillRect(
            Math.round(u.valToPos(mark.time / 1e9, 'x', true)),
            bbox.top,
            devicePixelRatio,
            bbox.height
        );
    }
    ctx.restore();
}

function limitsAndMoment(u, chart, time, colours) {
    const { ctx, bbox } = u;
    ctx.save();
    ctx.setLineDash([6 * devicePixelRatio, 5 * devicePixelRatio]);
    ctx.lineWidth = 1.5 * devicePixelRatio;
    for (const limit of [...chart.bounds, ...chart.theory]) {
        ctx.strokeStyle = limit.verdict
            ? { pass: colours.pass, fail: colours.fail }[limit.verdict] || colours.doubt
            : colours.ink;
        const y = u.valToPos(limit.value, 'y', true);
        const x = (seconds, otherwise) =>
            seconds === undefined
                ? otherwise
                : Math.max(bbox.left, Math.min(bbox.left + bbox.width, u.valToPos(seconds, 'x', true)));
        ctx.beginPath();
        ctx.moveTo(x(limit.from, bbox.left), y);
        ctx.lineTo(x(limit.to, bbox.left + bbox.width), y);
        ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.fillStyle = colours.accent;
    ctx.fillRect(
        u.valToPos(time / 1e9, 'x', true) - devicePixelRatio / 2,
        bbox.top,
        2 * devicePixelRatio,
        bbox.height
    );
    ctx.restore();
}
