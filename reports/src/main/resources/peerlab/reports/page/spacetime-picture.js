// Draws the space-time diagram on a canvas, and finds what lies under a point of it.

import { sharp } from './dom.js';
import { seconds } from './format.js';
import { downSpans } from './lanes.js';
import { cross } from './network-picture.js';
import { colourOf } from './theme.js';
import { sentence } from './walk.js';

/** Where the lines begin: names stand before. */
export const LEFT = 76;
const TOP = 26;
const NEAR = 9;

function geometry(scene, { from, to }, { width, height }) {
    const gap = (height - TOP - 14) / Math.max(1, scene.lanes.length);
    return {
        x: t => LEFT + ((t - from) / (to - from)) * (width - LEFT),
        y: lane => TOP + gap * (lane + 0.5),
        gap
    };
}

/** Draws a scene of lanes and arrows, as a window of time shows it. */
export function paint(canvas, model, scene, window_, look) {
    const { context, width, height } = sharp(canvas);
    const { x, y, gap } = geometry(scene, window_, { width, height });
    const { colours } = look;
    context.clearRect(0, 0, width, height);
    paintFaults(context, model, scene, x, y, gap, height, colours);
    paintAxis(context, window_, x, width, height, colours);
    paintLanes(context, model, scene, window_, x, y, gap, width, colours);
    const types = colourOf(model.messageTypes, colours);
    const isDense = scene.arrows.length > 400;
    for (const m of scene.arrows) {
        const isChosen = m === look.event || m === look.hovered;
        arrow(context, m, {
            x,
            y: p => y(scene.row.get(p)),
            colour: types.get(m.type),
            colours,
            isChosen,
            isDense,
            end: m.ended ?? window_.to
        });
    }
    paintNotes(context, model, scene, x, y, gap, width, look);
    context.fillStyle = colours.accent;
    context.fillRect(x(look.time) - 1, TOP - 6, 2, height);
}

function paintFaults(context, model, scene, x, y, gap, height, colours) {
    context.fillStyle = colours.fault;
    for (const fault of model.faults) {
        const [a, b] = [x(fault.from), x(fault.to ?? model.end)];
        context.globalAlpha = 0.1;
        context.fillRect(Math.max(LEFT, a), TOP - 6, Math.max(2, b - Math.max(LEFT, a)), height);
        context.globalAlpha = 0.16;
        for (const p of fault.who) {
            const lane = scene.row.get(p);
            if (lane !== undefined && b > LEFT) {
                context.fillRect(
                    Math.max(LEFT, a),
                    y(lane) - gap / 2,
                    Math.max(2, b - Math.max(LEFT, a)),
                    gap
                );
            }
        }
    }
    context.globalAlpha = 1;
}

function paintAxis(context, { from, to }, x, width, height, colours) {
    const rough = (to - from) / Math.max(2, (width - LEFT) / 110);
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(f => f * power).find(s => s >= rough);
    const digits = Math.max(0, Math.min(9, 9 - Math.floor(Math.log10(step) + 1e-9)));
    context.font = '11px system-ui, sans-serif';
    context.textAlign = 'center';
    for (let t = Math.ceil(Math.max(0, from) / step) * step; t <= to; t += step) {
        context.fillStyle = colours.line;
        context.fillRect(x(t), TOP - 6, 1, height);
        context.fillStyle = colours.muted;
        if (x(t) > LEFT + 20) {
            const label = seconds(t, digits);
            const half = context.measureText(label).width / 2;
            context.fillText(label, Math.min(x(t), width - half - 4), 13);
        }
    }
}

function paintLanes(context, model, scene, { from, to }, x, y, gap, width, colours) {
    context.textAlign = 'right';
    context.font = Math.min(13, Math.max(9, gap * 0.7)) + 'px system-ui, sans-serif';
    scene.lanes.forEach((peer, lane) => {
        context.fillStyle = colours.ink;
        context.fillText(model.peers[peer].name.slice(0, 12), LEFT - 8, y(lane) + 4);
        context.strokeStyle = colours.edge;
        context.lineWidth = 1.5;
        context.setLineDash([]);
        rule(context, LEFT, width, y(lane));
        for (const [a, b] of downSpans(model, peer, from, to)) {
            context.strokeStyle = colours.surface;
            context.lineWidth = 3;
            rule(context, Math.max(LEFT, x(a)), x(b), y(lane));
            context.strokeStyle = colours.faint;
            context.lineWidth = 1;
            context.setLineDash([2, 5]);
            rule(context, Math.max(LEFT, x(a)), x(b), y(lane));
            context.setLineDash([]);
            if (x(a) > LEFT && a > 0) {
                cross(context, x(a), y(lane), colours.fail);
            }
        }
    });
}

function rule(context, from, to, y) {
    context.beginPath();
    context.moveTo(from, y);
    context.lineTo(to, y);
    context.stroke();
}

function arrow(context, m, { x, y, colour, colours, isChosen, isDense, end }) {
    const [x1, y1] = [x(m.sent), y(m.from)];
    const share = m.lost === null ? 1 : 0.72;
    const x2 = x1 + (x(end) - x1) * share;
    const y2 = y1 + (y(m.to) - y1) * share;
    if (Math.max(x1, x2) < LEFT - 400) {
        return;
    }
    context.save();
    context.beginPath();
    context.rect(LEFT, 0, 1e5, 1e5);
    context.clip();
    context.globalAlpha = isChosen ? 1 : isDense ? 0.35 : 0.85;
    context.strokeStyle = colour;
    context.lineWidth = isChosen ? 3 : 1.4;
    context.setLineDash(m.lost === null ? [] : [5, 4]);
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
    context.setLineDash([]);
    if (m.lost !== null) {
        cross(context, x2, y2, colours.fail, 3.5);
    } else if (m.ended !== null && (!isDense || isChosen)) {
        head(context, x1, y1, x2, y2, colour);
    }
    context.restore();
}

function head(context, x1, y1, x2, y2, colour) {
    const angle = Math.atan2(y2 - y1, x2 - x1);
    context.fillStyle = colour;
    context.beginPath();
    context.moveTo(x2, y2);
    context.lineTo(x2 - 8 * Math.cos(angle - 0.36), y2 - 8 * Math.sin(angle - 0.36));
    context.lineTo(x2 - 8 * Math.cos(angle + 0.36), y2 - 8 * Math.sin(angle + 0.36));
    context.fill();
}

/** Steps as dots; as words where they have room. */
function paintNotes(context, model, scene, x, y, gap, right, look) {
    const free = new Map();
    context.font = '11px system-ui, sans-serif';
    context.textAlign = 'left';
    for (const note of scene.notes) {
        const [at, lane] = [x(note.time), scene.row.get(note.peer)];
        const isChosen = note === look.event || note === look.hovered;
        context.fillStyle =
            note.kind === 'answered' && note.fields.success === false ? look.colours.fail : look.colours.ink;
        context.beginPath();
        context.arc(at, y(lane), isChosen ? 5 : 2.8, 0, 2 * Math.PI);
        context.fill();
        if (gap > 22 && scene.notes.length < 300 && at >= (free.get(lane) ?? LEFT)) {
            const text = (note.kind === 'step' ? sentence(model, note) : `${note.kind} ${note.type}`).slice(
                0,
                44
            );
            const long = context.measureText(text).width;
            context.fillStyle = look.colours.muted;
            context.fillText(text, Math.max(LEFT, Math.min(at + 3, right - long - 4)), y(lane) - 7);
            free.set(lane, at + long + 12);
        }
    }
}

/** The arrow or note next to a point, where one is near. */
export function nearest(scene, model, window_, { width, height }, point) {
    const { x, y } = geometry(scene, window_, { width, height });
    let best = null;
    let least = NEAR;
    for (const m of scene.arrows) {
        const [x1, y1, x2, y2] = [
            x(m.sent),
            y(scene.row.get(m.from)),
            x(m.ended ?? window_.to),
            y(scene.row.get(m.to))
        ];
        const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
        const share =
            length === 0
                ? 0
                : Math.max(
                      0,
                      Math.min(1, ((point.x - x1) * (x2 - x1) + (point.y - y1) * (y2 - y1)) / length)
                  );
        const far = Math.hypot(point.x - x1 - share * (x2 - x1), point.y - y1 - share * (y2 - y1));
        if (far < least) {
            [least, best] = [far, m];
        }
    }
    for (const note of scene.notes) {
        const far = Math.hypot(point.x - x(note.time), point.y - y(scene.row.get(note.peer))) - 1;
        if (far < least) {
            [least, best] = [far, note];
        }
    }
    return best;
}
