// Numbers, times and sizes as people read them.

const SECOND = 1e9;

/** A moment or span in nanoseconds as seconds, with as many digits as are told apart at a resolution. */
export function seconds(nanos, digits = 3) {
    return (nanos / SECOND).toFixed(digits) + ' s';
}

/** A span in nanoseconds in the unit that fits it. */
export function span(nanos) {
    const size = Math.abs(nanos);
    if (size >= SECOND) {
        return figure(nanos / SECOND) + ' s';
    }
    return size >= 1e6
        ? figure(nanos / 1e6) + ' ms'
        : size >= 1e3
          ? trimmed(nanos / 1e3, 1) + ' µs'
          : nanos + ' ns';
}

/** A number with four digits that count. */
function figure(number) {
    const size = Math.abs(number);
    return trimmed(number, size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3);
}

/** A size in bytes in the unit that fits it. */
export function bytes(count) {
    const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
    let size = count;
    let unit = 0;
    while (Math.abs(size) >= 1024 && unit < units.length - 1) {
        size /= 1024;
        unit++;
    }
    return trimmed(size, unit === 0 ? 0 : 1) + ' ' + units[unit];
}

/** A whole number with commas. */
export function count(number) {
    return Math.round(number).toLocaleString('en-US');
}

/** A number with at most so many digits behind the point, and no zeros at its end. */
export function trimmed(number, digits) {
    const text = Number(number).toFixed(digits);
    return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

const IS_SHARE =
    /(Rate|Ratio|coverage|clustering|[sS]hare)$|^(buckets\.(stale|byzantine)|rumours\.forged)$/;

/** What a metric is measured in, by its name: 's', 'B', '%' or '' for a count. */
export function unitOf(metric) {
    if (IS_SHARE.test(metric)) {
        return '%';
    }
    const base = metric.replace(/\.(count|mean|min|p50|p90|p95|p99|max)$/, '');
    if (/\.count$/.test(metric)) {
        return '';
    }
    if (/(latency|duration|[tT]ime|staleness|wait)$/.test(base)) {
        return 's';
    }
    return /[bB]ytes$/.test(base) ? 'B' : '';
}

/** A value of a metric in its unit. */
export function measured(value, unit) {
    if (value === null || value === undefined || Number.isNaN(value)) {
        return '–';
    }
    if (typeof value === 'boolean') {
        return value ? 'yes' : 'no';
    }
    switch (unit) {
        case '%':
            return trimmed(value * 100, 1) + '%';
        case 's':
            return span(value * SECOND);
        case 'B':
            return bytes(value);
        default:
            return Number.isInteger(value) ? count(value) : trimmed(value, Math.abs(value) < 1 ? 4 : 2);
    }
}

/** What something says of itself, on one line. */
export function fieldText(value) {
    if (Array.isArray(value)) {
        return '[' + value.map(fieldText).join(', ') + ']';
    }
    if (value !== null && typeof value === 'object') {
        return Object.entries(value)
            .filter(([, inner]) => !isNothing(inner))
            .map(([name, inner]) => name + '=' + fieldText(inner))
            .join(' ');
    }
    if (value === null) {
        return 'none';
    }
    return isIdentifier(value) ? value.slice(0, 8) + '…' : String(value);
}

/** Whether a value is an object that says nothing: options, where none were given. */
function isNothing(value) {
    return value !== null && typeof value === 'object' && Object.keys(value).length === 0
        && !Array.isArray(value);
}

/** Whether a value is an identifier in hexadecimal. */
export function isIdentifier(value) {
    return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value);
}

/** A word such as 'TimedOut' or 'isCloser' as people write it: 'timed out', 'is closer'. */
export function words(name) {
    return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}
