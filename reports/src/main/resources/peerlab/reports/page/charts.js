// Which metrics are charted together, what is expected of them, and what theory says: all as data.

import { unitOf } from './format.js';

const MEASURES = ['p50', 'p95', 'mean', 'max'];
const MEASURE = /\.(count|mean|min|p50|p90|p95|p99|max)$/;
/** More lines than this in one chart cannot be told apart. */
const MOST_LINES = 6;
/** What an expectation compares a metric with: its name, sign and bound. */
const BOUND =
    /([a-z][\w.]*(?:\['[^']*'\])?[\w.]*)\s*([<>=]=|>|<)\s*(-?[\d.]+)\s*(%|[mu]?s|min|h|[KMG]iB|B)?(?![\w.])/g;
const SCALE = { us: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, B: 1, KiB: 1024, MiB: 1048576, GiB: 1073741824 };

/** The charts of a run: title, unit, lines, bounds, theory; first what expectations or theory speak of. */
export function chartsOf(model) {
    const names = Object.keys(model.series.values);
    const groups = new Map();
    for (const name of names) {
        const key = keyOf(name, names);
        if (key !== null) {
            groups.set(key, [...(groups.get(key) || []), name]);
        }
    }
    const bounds = boundsOf(model.verdicts.expectations);
    const charts = [];
    for (const [key, lines] of groups) {
        const unit = unitOf(lines[0]);
        lines.sort(
            (a, b) => MEASURES.indexOf(a.match(MEASURE)?.[1]) - MEASURES.indexOf(b.match(MEASURE)?.[1])
        );
        for (let i = 0; i < lines.length; i += MOST_LINES) {
            charts.push({
                title: key,
                unit,
                lines: lines.slice(i, i + MOST_LINES),
                bounds: bounds.filter(
                    b => lines.includes(b.metric) || isMeasureOf(b.metric, key, names)
                ),
                theory: theoryOf(
                    model.run,
                    metric => metric === key || lines.includes(metric) || isMeasureOf(metric, key, names)
                )
            });
        }
    }
    const rank = chart => 2 * (chart.bounds.length > 0) + (chart.theory.length > 0);
    return charts.sort((a, b) => rank(b) - rank(a));
}

/** Whether a metric is a measure of the distribution that a chart shows, drawn there or not. */
function isMeasureOf(metric, key, names) {
    return MEASURE.test(metric) && metric.replace(MEASURE, '') === key && names.includes(key + '.p50');
}

/** With which others a metric shares a chart; null where another metric says it already. */
function keyOf(name, names) {
    const narrow = name.match(/^(\w+)\['[^']*'\]\.(.+)$/);
    if (narrow) {
        return narrow[1] + ' by type: ' + narrow[2];
    }
    const measure = name.match(MEASURE);
    const base = name.replace(MEASURE, '');
    const isDistribution = measure && names.includes(base + '.p50');
    if (isDistribution) {
        return MEASURES.includes(measure[1]) ? base : null;
    }
    const unit = unitOf(name);
    return unit === '' && name.split('.').length === 2 ? name.split('.')[0] : name;
}

/** The bounds that expectations set, each in the unit of its metric. */
export function boundsOf(expectations) {
    const bounds = [];
    for (const expectation of expectations) {
        for (const [, metric, sign, value, unit] of expectation.text.matchAll(BOUND)) {
            if (metric.includes('.')) {
                bounds.push({
                    metric,
                    sign,
                    value: unit === '%' ? Number(value) / 100 : Number(value) * (SCALE[unit] ?? 1),
                    text: `${sign} ${value}${unit || ''}`,
                    verdict: expectation.verdict
                });
            }
        }
    }
    return bounds;
}

/** What theory says of the metrics of a chart, as the protocols of the run have declared it. */
export function theoryOf(run, isShown) {
    return (run.theory || [])
        .filter(theory => isShown(theory.metric))
        .map(({ value, from, to, formula, source }) => ({ value, from, to, text: formula, source }));
}
