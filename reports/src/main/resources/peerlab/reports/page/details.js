// An event closely: what it says, what led to it, what it led to; and how the state of the page refers to it.

import { h } from './dom.js';
import { bytes, count, fieldText, seconds, span, words } from './format.js';
import { bytesOf, hexdump } from './hexdump.js';
import { causesOf, effectsOf, title } from './model.js';
import { again, encodedText } from './provenance.js';
import { sentence } from './walk.js';

const MOST_EFFECTS = 40;

/** Said where a view needs a trace and there is none. */
export function noTrace(run) {
    return h(
        'div',
        { class: 'card empty' },
        h('h2', {}, 'The run kept no trace'),
        h(
            'p',
            {},
            'This view is drawn from messages and steps, one by one. Run the scenario again and keep them:'
        ),
        h('pre', {}, again(run, ['--record', 'trace,messages,snapshots', '--out', 'kept']))
    );
}

/** An event by a number that an address can hold: messages from 0 on, moments after them. */
export function reference(event) {
    return event.kind === 'message' ? event.index * 2 : event.index * 2 + 1;
}

/** The event that the state refers to, or null. */
export function eventOf(model, state) {
    const number = state.get('event');
    return number === null || number === undefined
        ? null
        : (number % 2 === 0 ? model.messages[number / 2] : model.moments[(number - 1) / 2]) || null;
}

/** An event on one line: 'p46 → p3 FindNode, 52 B, 21.3 ms'. */
export function oneLine(model, event) {
    const name = peer => model.peers[peer]?.name ?? '?';
    if (event.kind === 'message') {
        const fate =
            event.lost !== null
                ? 'lost: ' + event.lost
                : event.ended === null
                  ? 'still on its way'
                  : span(event.ended - event.sent);
        return `${name(event.from)} → ${name(event.to)}  ${event.type}, ${bytes(event.bytes)}, ${fate}`;
    }
    if (event.kind === 'step') {
        return `${name(event.peer)}  ${sentence(model, event)}`;
    }
    const { key, success, reason } = event.fields;
    const outcome = event.kind === 'answered' ? (success ? ': done' : ': ' + (reason || 'failed')) : '';
    return `${name(event.peer)}  ${event.kind} ${event.type}${key ? ' ' + key : ''}${outcome}`;
}

/** All about an event, with the ways on from it; null for no event. */
export function details(model, event, go) {
    if (!event) {
        return null;
    }
    const conversation = model.conversations[event.conversation];
    const to = changes => () => go({ time: event.time, event: reference(event), ...changes });
    const list = (heading, events, rest) =>
        events.length === 0
            ? null
            : [
                  h('h3', {}, heading),
                  h(
                      'ol',
                      {},
                      events.map(e =>
                          h(
                              'li',
                              {},
                              h(
                                  'button',
                                  {
                                      'aria-current': e === event ? 'true' : null,
                                      onclick: () =>
                                          go({
                                              time: e.time,
                                              event: reference(e),
                                              conversation: e.conversation
                                          })
                                  },
                                  seconds(e.time, 6) + '  ' + oneLine(model, e)
                              )
                          )
                      ),
                      rest > 0 ? h('li', { class: 'muted' }, `and ${count(rest)} more`) : null
                  )
              ];
    const effects = effectsOf(model, event);
    return [
        h('h2', {}, event.type),
        h('p', { class: 'muted' }, oneLine(model, event)),
        h(
            'dl',
            {},
            facts(model, event).flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])
        ),
        h(
            'div',
            { class: 'links' },
            h(
                'button',
                { onclick: to({ view: 'messages', conversation: event.conversation }) },
                'Follow the conversation'
            ),
            h(
                'button',
                { onclick: to({ view: 'spacetime', conversation: event.conversation }) },
                'In space-time'
            ),
            h(
                'button',
                {
                    onclick: to({
                        view: 'topology',
                        conversation: event.conversation,
                        peer: event.from ?? event.peer
                    })
                },
                'In the network'
            ),
            conversation?.moments.some(m => m.kind === 'step')
                ? h(
                      'button',
                      {
                          onclick: () =>
                              go({ view: 'algorithm', time: event.time, conversation: event.conversation })
                      },
                      'Step by step'
                  )
                : null
        ),
        h('p', { class: 'muted' }, 'part of ' + (conversation ? title(model, conversation) : '?')),
        event.kind === 'message' ? onTheWire(model, event) : null,
        list('What led to it', causesOf(model, event), 0),
        list('What it led to', effects.slice(0, MOST_EFFECTS), effects.length - MOST_EFFECTS)
    ];
}

/** The bytes of a message, as the capture of the run has them. */
function onTheWire(model, { wire, bytes: counted }) {
    if (!wire) {
        return [h('h3', {}, 'On the wire'), h('p', { class: 'muted' }, encodedText(model))];
    }
    const bytesHere = bytesOf(wire.encoded);
    const rest = wire.length - bytesHere.length;
    return [
        h('h3', {}, 'On the wire'),
        h(
            'p',
            { class: 'muted' },
            `${wire.carrier}, ${bytes(wire.length)}` +
                (wire.length === counted ? '' : `; the run counted it as ${bytes(counted)}`)
        ),
        h(
            'pre',
            { class: 'dump', tabindex: 0, role: 'group', 'aria-label': 'The bytes of the message' },
            hexdump(bytesHere).flatMap(({ at, hex, text }) => [
                h('span', { class: 'at' }, at + ' '),
                hex + ' ',
                h('span', { class: 'printed' }, text),
                '\n'
            ])
        ),
        rest > 0 ? h('p', { class: 'muted' }, `and ${count(rest)} more bytes`) : null
    ];
}

function facts(model, event) {
    const all = [['time', seconds(event.time, 9)]];
    if (event.kind === 'message') {
        all.push(
            [
                'arrived',
                event.ended === null
                    ? 'not before the end'
                    : event.lost !== null
                      ? `lost at ${seconds(event.ended, 9)}: ${event.lost}`
                      : seconds(event.ended, 9)
            ],
            ['size', bytes(event.bytes)]
        );
    }
    if (event.id) {
        all.push(['id', String(event.id)]);
    }
    all.push(['cause', event.cause ? String(event.cause) : 'the timeline']);
    for (const [name, value] of Object.entries(event.fields)) {
        const isTime = ['latency', 'published'].includes(name) && typeof value === 'number';
        all.push([words(name), isTime ? span(value) : typeof value === 'string' ? value : fieldText(value)]);
    }
    return all;
}
