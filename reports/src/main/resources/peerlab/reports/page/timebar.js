// The bar of time below the views: play, step, speed, scrub; traffic behind, faults and marks on it.

import { h, put, sharp, oncePerFrame } from './dom.js';
import { seconds } from './format.js';
import { palette } from './theme.js';

const SPEEDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 100];
/** At first, a run takes about so many seconds to watch. */
const USUAL_LENGTH = 40;
const LONGEST_FRAME = 0.1;

/** Makes the bar; it moves the time of the state. */
export function timebar(root, model, playback, state) {
    const usual = SPEEDS.findLast(s => s <= model.end / 1e9 / USUAL_LENGTH) ?? SPEEDS[0];
    const play = h('button', { class: 'play', onclick: () => toggle() });
    const speed = h(
        'select',
        {
            'aria-label': 'Speed',
            title: 'Virtual seconds a second',
            onchange: () => state.set({ speed: Number(speed.value) })
        },
        SPEEDS.map(s => h('option', { value: s, selected: s === usual }, s + ' ×'))
    );
    const clock = h('output', { class: 'clock', 'aria-live': 'off' });
    const canvas = h('canvas', { 'aria-hidden': 'true' });
    const slider = h('input', {
        type: 'range',
        min: 0,
        max: model.end,
        step: 1,
        'aria-label': 'Moment of the run',
        oninput: () => state.set({ time: Number(slider.value), playing: false }),
        onchange: () => state.remember()
    });
    const faults = h('span', { class: 'acting' });
    const button = (text, label, act) =>
        h('button', { 'aria-label': label, title: label, onclick: act }, text);
    put(
        root,
        h(
            'div',
            { class: 'controls' },
            button('|‹', 'To the beginning (Home)', () => state.set({ time: 0, playing: false })),
            button('‹', 'Back to the event before (←)', () => step(false)),
            play,
            button('›', 'On to the next event (→)', () => step(true)),
            clock,
            h('label', { class: 'speed' }, speed),
            faults
        ),
        h('div', { class: 'track' }, canvas, slider)
    );
    state.set({ speed: usual });

    function toggle() {
        const atEnd = state.get('time') >= model.end;
        state.set({ playing: !state.get('playing'), time: atEnd ? 0 : state.get('time') });
    }

    function step(forward) {
        state.set({ playing: false, time: playback.step(state.get('time'), forward) });
    }

    let last = null;
    function frame(now) {
        if (!state.get('playing')) {
            last = null;
            return;
        }
        const passed = last === null ? 0 : Math.min(LONGEST_FRAME, (now - last) / 1000);
        last = now;
        const time = Math.min(model.end, state.get('time') + passed * state.get('speed') * 1e9);
        state.set({ time, playing: time < model.end });
        requestAnimationFrame(frame);
    }

    const draw = oncePerFrame(() => drawTrack(canvas, model));
    function update(changed) {
        const time = state.get('time');
        slider.value = time;
        slider.setAttribute('aria-valuetext', seconds(time));
        clock.textContent = seconds(time, 3);
        const acting = playback.faultsAt(time).map(f => (f.fault + ' ' + f.words).trim());
        faults.textContent = acting.slice(0, 3).join(', ') + (acting.length > 3 ? ' …' : '');
        if (changed.has('playing')) {
            play.textContent = state.get('playing') ? '❚❚' : '▶';
            play.setAttribute('aria-label', state.get('playing') ? 'Pause (space)' : 'Play (space)');
            play.title = play.getAttribute('aria-label');
            requestAnimationFrame(frame);
        }
        if (changed.has('speed')) {
            speed.value = state.get('speed');
        }
    }
    state.subscribe(update);
    update(new Set(['playing']));
    new ResizeObserver(draw).observe(canvas);
    return {
        redraw: draw,
        toggle,
        step,
        faster: by => {
            const at = SPEEDS.indexOf(state.get('speed')) + by;
            state.set({ speed: SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at))] });
        }
    };
}

/** Traffic as a quiet profile, faults as bands, lives and marks as ticks. */
function drawTrack(canvas, model) {
    const { context, width, height } = sharp(canvas);
    const colours = palette();
    const x = nanos => (nanos / model.end) * width;
    context.clearRect(0, 0, width, height);
    context.globalAlpha = 0.22;
    context.fillStyle = colours.fault;
    for (const fault of model.faults) {
        context.fillRect(x(fault.from), 0, Math.max(2, x(fault.to ?? model.end) - x(fault.from)), height);
    }
    context.globalAlpha = 1;
    if (model.traffic) {
        drawTraffic(context, model.traffic, x, height, colours);
    }
    const crashes = new Set(
        model.lives.filter(l => l.change === 'crashed' || l.change === 'left').map(l => Math.round(x(l.time)))
    );
    context.fillStyle = colours.fail;
    crashes.forEach(at => context.fillRect(at - 1, height - 5, 2, 5));
    context.fillStyle = colours.ink;
    for (const mark of model.timeline) {
        context.fillRect(Math.round(x(mark.time)), 0, mark.mark ? 2 : 1, mark.mark ? height : 6);
    }
}

function drawTraffic(context, traffic, x, height, colours) {
    const most = Math.max(1, ...traffic.sent);
    const wide = Math.max(1, x(traffic.binNanos));
    traffic.sent.forEach((sent, i) => {
        const tall = Math.sqrt(sent / most) * (height - 6);
        context.fillStyle = colours.edge;
        context.fillRect(x(i * traffic.binNanos), height - tall, wide, tall);
        const lost = Math.sqrt(traffic.dropped[i] / most) * (height - 6);
        context.fillStyle = colours.fail;
        context.fillRect(x(i * traffic.binNanos), height - lost, wide, lost);
    });
}
