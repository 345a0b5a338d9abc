// What was claimed, what became of it, why, and the story of the run, each line with the way to its moment.

import { h } from './dom.js';
import { seconds, count } from './format.js';

const SIGNS = { pass: '✓', fail: '✕', inconclusive: '?' };

/** A verdict as a word with its sign. */
export function verdictMark(verdict) {
    return h(
        'span',
        { class: 'verdict ' + verdict },
        h('i', { 'aria-hidden': 'true' }, SIGNS[verdict] || '?'),
        verdict.charAt(0).toUpperCase() + verdict.slice(1)
    );
}

/** Makes the view; it never changes. */
export function verdictView(root, model, go) {
    const { expectations } = model.verdicts;
    root.append(h('h2', {}, 'What had to hold'));
    root.append(
        expectations.length === 0
            ? h('p', { class: 'muted' }, 'This scenario expects nothing.')
            : h(
                  'ol',
                  { class: 'expectations' },
                  expectations.map(e => expectation(model, e, go))
              )
    );
    if (model.run.failure) {
        const { sentence, detail } = model.run.failure;
        root.append(
            h(
                'div',
                { class: 'card expectation fail story' },
                h('h3', {}, 'The run ended early'),
                h('pre', {}, [sentence, ...detail].join('\n')),
                moment(model.run.failure.time * 1e9, model, go)
            )
        );
    }
    if (model.run.notes.length > 0) {
        root.append(
            h(
                'div',
                { class: 'notes' },
                h('h2', {}, 'What would surprise'),
                model.run.notes.map(note => h('p', {}, note))
            )
        );
    }
    root.append(story(model, go));
    return {};
}

function expectation(model, e, go) {
    const points = e.pointsPossible > 0 ? `${e.points} of ${e.pointsPossible} points` : '';
    const look = e.look;
    const at = look ? look.time : e.time;
    return h(
        'li',
        { class: 'card expectation ' + e.verdict },
        h(
            'div',
            { class: 'top' },
            verdictMark(e.verdict),
            h('span', { class: 'claim' }, e.claim),
            h('span', { class: 'muted' }, points)
        ),
        e.cause.length > 0 ? h('pre', {}, e.cause.join('\n')) : null,
        e.values.length > 0 && e.verdict !== 'pass'
            ? h(
                  'div',
                  { class: 'values' },
                  e.values.map(v => h('span', {}, v.part + ' ', h('b', {}, v.value)))
              )
            : null,
        e.place ? h('div', { class: 'place code' }, e.place) : null,
        at === null || at === undefined || e.verdict === 'pass'
            ? null
            : links(model, at * 1e9, look?.peer ?? null, go)
    );
}

function links(model, time, peerName, go) {
    const peer = peerName ? (model.peerByName.get(peerName)?.index ?? null) : null;
    const conversation = peer === null ? null : conversationAt(model, peer, time);
    return h(
        'div',
        { class: 'links' },
        h(
            'button',
            { onclick: () => go({ view: 'topology', time, peer }) },
            'See the network at ' + seconds(time)
        ),
        model.hasTrace
            ? h(
                  'button',
                  { onclick: () => go({ view: 'spacetime', time, peer, conversation }) },
                  conversation === null ? 'Messages around it' : 'Follow this operation'
              )
            : null,
        conversation !== null && model.conversations[conversation].moments.some(m => m.kind === 'step')
            ? h(
                  'button',
                  { onclick: () => go({ view: 'algorithm', time, peer, conversation }) },
                  'Step through it'
              )
            : null,
        h('button', { onclick: () => go({ view: 'charts', time }) }, 'See the metrics')
    );
}

/** The conversation of an operation that a peer asked for and that a time lies in. */
export function conversationAt(model, peer, time) {
    const found = model.conversations.filter(
        c => c.kind === 'asked' && c.peer === peer && c.start <= time && time <= c.end
    );
    const failed = found.find(c => c.success === false);
    return (failed || found[0])?.index ?? null;
}

function moment(time, model, go) {
    return h(
        'div',
        { class: 'links' },
        h('button', { onclick: () => go({ view: 'topology', time }) }, 'See the network at ' + seconds(time))
    );
}

/** Timeline and faults in the order of time, with what lives of peers came to. */
function story(model, go) {
    const lines = model.timeline.map(t => ({
        time: t.time,
        text:
            t.text +
            (t.whoCount > 0 && t.whoCount <= 8
                ? ': ' + t.who.map(p => model.peers[p].name).join(', ')
                : t.whoCount > 8
                  ? `: ${count(t.whoCount)} peers`
                  : '') +
            (t.mark ? `, as '${t.mark}'` : '')
    }));
    for (const fault of model.faults) {
        const what = (fault.fault + ' ' + fault.words).trim();
        lines.push({ time: fault.from, text: what + ' begins', fault: true });
        if (fault.to !== null) {
            lines.push({ time: fault.to, text: what + ' ends', fault: true });
        }
    }
    lines.sort((a, b) => a.time - b.time);
    const most = 200;
    return h(
        'section',
        { class: 'story' },
        h('h2', {}, 'What happened'),
        lines.length === 0
            ? h(
                  'p',
                  { class: 'muted' },
                  model.hasTrace
                      ? 'Nothing but time passed.'
                      : 'The run kept no trace, which tells the story: run it again with --record trace.'
              )
            : null,
        h(
            'ol',
            {},
            lines
                .slice(0, most)
                .map(line =>
                    h(
                        'li',
                        { class: line.fault ? 'fault' : '' },
                        h(
                            'button',
                            { onclick: () => go({ view: 'topology', time: line.time }) },
                            seconds(line.time, 3)
                        ),
                        h('span', {}, line.text)
                    )
                )
        ),
        lines.length > most ? h('p', { class: 'muted' }, `and ${count(lines.length - most)} more`) : null
    );
}
