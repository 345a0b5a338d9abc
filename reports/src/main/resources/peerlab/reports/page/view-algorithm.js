// An algorithm step by step: who was asked, what was learned, how distances shrink; or how something spread.

import { h, intoSight, put } from './dom.js';
import { count, seconds, span } from './format.js';
import { title } from './model.js';
import { palette } from './theme.js';
import { noTrace } from './details.js';
import { ladder, stateMark } from './ladder.js';
import { framesOf, sharedBits, spreadOf, walksOf } from './walk.js';

const MOST_LISTED = 300;

/** Makes the view. */
export function algorithmView(root, model, state, go) {
    if (!model.hasTrace) {
        root.append(noTrace(model.run));
        return {};
    }
    const found = model.conversations.filter(
        c => c.moments.some(m => m.kind === 'step') || c.messages.length > 20
    );
    if (found.length === 0) {
        root.append(
            h(
                'div',
                { class: 'card empty' },
                h('h2', {}, 'No steps to show'),
                h(
                    'p',
                    {},
                    'No conversation of this run has steps. A protocol shows decisions with peer.step(...).'
                )
            )
        );
        return {};
    }
    const list = h('div', { class: 'card walks' });
    const stage = h('div', {});
    const search = h('input', {
        type: 'search',
        placeholder: 'Find: key, peer, operation',
        'aria-label': 'Find a conversation',
        oninput: () => fillList()
    });
    const failed = h('input', { type: 'checkbox', onchange: () => fillList() });
    root.append(
        h(
            'div',
            { class: 'bar' },
            search,
            h('label', {}, failed, 'failed only'),
            h(
                'span',
                { class: 'muted' },
                'one step on and back with ',
                h('kbd', {}, 'j'),
                ' ',
                h('kbd', {}, 'k')
            )
        ),
        h('div', { class: 'walk' }, list, stage)
    );
    const ordered = [...found].sort(
        (a, b) =>
            (a.success === false ? 0 : 1) - (b.success === false ? 0 : 1) ||
            (b.kind === 'asked') - (a.kind === 'asked') ||
            a.start - b.start
    );
    let frames = [];

    function current() {
        const wish = state.get('conversation');
        return found.includes(model.conversations[wish]) ? model.conversations[wish] : ordered[0];
    }

    function fillList() {
        const wanted = search.value.toLowerCase();
        const matching = ordered.filter(
            c => (!failed.checked || c.success === false) && title(model, c).toLowerCase().includes(wanted)
        );
        put(
            list,
            matching.slice(0, MOST_LISTED).map(c =>
                h(
                    'button',
                    {
                        'aria-current': c === current() ? 'true' : null,
                        onclick: () =>
                            go({
                                view: 'algorithm',
                                conversation: c.index,
                                time: c.start,
                                walk: 0,
                                step: 0
                            })
                    },
                    h('span', {}, title(model, c)),
                    h(
                        'small',
                        {},
                        `${seconds(c.start)}, ${span(c.end - c.start)}`,
                        c.success === false
                            ? h('span', { class: 'fail' }, '  ' + (c.reason || 'failed'))
                            : null
                    )
                )
            ),
            matching.length > MOST_LISTED
                ? h('p', { class: 'muted' }, `and ${count(matching.length - MOST_LISTED)} more`)
                : null
        );
        intoSight(list, list.querySelector('[aria-current]'));
    }

    function fillStage() {
        const conversation = current();
        const walks = walksOf(model, conversation);
        frames = [];
        if (walks.length === 0) {
            put(stage, spread(model, conversation));
            return;
        }
        const walk = walks[Math.min(state.get('walk') ?? 0, walks.length - 1)];
        frames = framesOf(model, walk);
        const at = Math.min(state.get('step') ?? frames.length - 1, frames.length - 1);
        put(
            stage,
            h(
                'div',
                { class: 'card' },
                heading(model, conversation, walks, walk, state),
                walk.target && model.peers.some(p => p.id)
                    ? ladder(model, frames, at, i => move(state, frames, i))
                    : null,
                stepper(frames, at, state)
            ),
            h(
                'div',
                { class: 'pair' },
                h('div', { class: 'card' }, h('h3', {}, 'Its steps'), frameList(frames, at, state)),
                h(
                    'div',
                    { class: 'card' },
                    h('h3', {}, 'What is known then'),
                    knownTable(model, frames[at], walk)
                )
            )
        );
        intoSight(stage.querySelector('.frames'), stage.querySelector('.frames [aria-current]'));
    }

    const onKey = event => {
        const by = { j: 1, k: -1 }[event.key];
        if (by && frames.length > 0 && !/^(INPUT|SELECT)$/.test(event.target.tagName)) {
            move(state, frames, Math.min(state.get('step') ?? frames.length - 1, frames.length - 1) + by);
        }
    };
    document.addEventListener('keydown', onKey);
    fillList();
    fillStage();
    return {
        update: changed => {
            if (changed.has('conversation')) {
                fillList();
            }
            if (['conversation', 'walk', 'step'].some(name => changed.has(name))) {
                fillStage();
            }
        },
        repaint: fillStage,
        close: () => document.removeEventListener('keydown', onKey)
    };
}

function move(state, frames, to) {
    const step = Math.max(0, Math.min(frames.length - 1, to));
    state.set({ step, time: frames[step].step.time });
}

function heading(model, conversation, walks, walk, state) {
    return [
        h('h2', {}, title(model, conversation)),
        walks.length > 1
            ? h(
                  'div',
                  { class: 'bar' },
                  h(
                      'label',
                      {},
                      'Part',
                      h(
                          'select',
                          { onchange: event => state.set({ walk: Number(event.target.value), step: 0 }) },
                          walks.map((w, i) =>
                              h(
                                  'option',
                                  { value: i, selected: w === walk },
                                  `${model.peers[w.peer].name}` +
                                      (w.number === null ? '' : `, lookup ${w.number}`)
                              )
                          )
                      )
                  )
              )
            : null,
        walk.target ? h('p', { class: 'muted' }, 'towards ', h('span', { class: 'code' }, walk.target)) : null
    ];
}

function stepper(frames, at, state) {
    const button = (text, label, to) =>
        h(
            'button',
            {
                'aria-label': label,
                title: label,
                disabled: to < 0 || to >= frames.length,
                onclick: () => move(state, frames, to)
            },
            text
        );
    return h(
        'div',
        { class: 'bar' },
        button('‹ Back', 'One step back (k)', at - 1),
        button('On ›', 'One step on (j)', at + 1),
        h('span', { class: 'muted' }, `step ${at + 1} of ${frames.length}`),
        h('b', {}, frames[at].sentence)
    );
}

function frameList(frames, at, state) {
    return h(
        'ol',
        { class: 'frames' },
        frames.map((frame, i) =>
            h(
                'li',
                {},
                h(
                    'button',
                    {
                        class: i > at ? 'later' : '',
                        'aria-current': i === at ? 'step' : null,
                        onclick: () => move(state, frames, i)
                    },
                    h('time', {}, seconds(frame.step.time, 4)),
                    frame.sentence
                )
            )
        )
    );
}

/** Who is known at a step, the closest first, with the leading bits that each shares with the target. */
function knownTable(model, frame, walk) {
    const colours = palette();
    const hasDistance = frame.known.some(k => k.distance !== null);
    const rows = [...frame.known].sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0) || a.since - b.since);
    return h(
        'table',
        { class: 'known' },
        h(
            'thead',
            {},
            h(
                'tr',
                {},
                h('th', {}, 'peer'),
                h('th', {}, 'state'),
                hasDistance ? [h('th', {}, 'shared bits'), h('th', {}, 'identifier')] : null
            )
        ),
        h(
            'tbody',
            {},
            rows.slice(0, 40).map(k => {
                const { name, id } = model.peers[k.peer];
                const bits = hasDistance && id ? sharedBits(id, walk.target) : null;
                const digits = bits === null ? 0 : Math.floor(bits / 4);
                return h(
                    'tr',
                    { class: frame.touched.includes(k.peer) ? 'fresh' : '' },
                    h('td', {}, name),
                    h('td', {}, stateMark(k.state, colours)),
                    hasDistance
                        ? [
                              h('td', {}, bits ?? '–'),
                              h(
                                  'td',
                                  { class: 'code' },
                                  id ? [h('b', {}, id.slice(0, digits)), id.slice(digits, 10) + '…'] : '–'
                              )
                          ]
                        : null
                );
            })
        )
    );
}

/** How far something spread, by the depth of its causes. */
function spread(model, conversation) {
    const rounds = spreadOf(model, conversation);
    const most = Math.max(1, ...rounds.map(r => r.fresh));
    const reached = rounds.reduce((sum, r) => sum + r.fresh, 0);
    return h(
        'div',
        { class: 'card' },
        h('h2', {}, title(model, conversation)),
        h(
            'p',
            { class: 'muted' },
            `${count(conversation.messages.length)} messages reached ${count(reached)} peers in ` +
                span(conversation.end - conversation.start) +
                (conversation.isCut ? '; the page holds its beginning only' : '')
        ),
        h(
            'table',
            { class: 'known' },
            h(
                'thead',
                {},
                h(
                    'tr',
                    {},
                    ['hop', 'peers reached first', '', 'messages', 'lost', 'from', 'to'].map(name =>
                        h('th', {}, name)
                    )
                )
            ),
            h(
                'tbody',
                {},
                rounds.map(r =>
                    h(
                        'tr',
                        {},
                        h('td', {}, r.depth),
                        h('td', {}, count(r.fresh)),
                        h(
                            'td',
                            {},
                            h('div', {
                                class: 'share',
                                style: `width:${Math.max(1, (r.fresh / most) * 180)}px`
                            })
                        ),
                        h('td', {}, count(r.messages)),
                        h('td', {}, count(r.lost)),
                        h('td', {}, r.fresh ? seconds(r.first) : '–'),
                        h('td', {}, r.fresh ? seconds(r.last) : '–')
                    )
                )
            )
        )
    );
}
