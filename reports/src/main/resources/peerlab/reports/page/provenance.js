// Where the page comes from: file, seed, fingerprint, the command that repeats the run, what it leaves out.

import { h, put } from './dom.js';
import { count, bytes } from './format.js';

/** The command that runs the same again. */
export function again(run, record) {
    const quoted = text => (/^[\w./:=%+-]+$/.test(text) ? text : "'" + text.replaceAll("'", "'\\''") + "'");
    const parts = ['peerlab', 'run', quoted(run.file || run.scenario), '--seed', String(run.seed)];
    for (const [name, value] of Object.entries(run.params)) {
        parts.push('--set', quoted(name + '=' + String(value).replace(/^([\d.]+) (?=[a-zA-Z]+$)/, '$1')));
    }
    return [...parts, ...record].join(' ');
}

/** Of which messages the page has the bytes, in a sentence. */
export function encodedText(model) {
    const s = model.sampling;
    if (!s.encoded) {
        return (
            'The page has no bytes: they are made of the fields of messages, which a run keeps with ' +
            '--record messages.'
        );
    }
    const most = `of one message at most ${count(s.encodedAtMostBytes)}`;
    if (s.encoded === s.messagesShown) {
        return `The encoded bytes of every message shown are in this page, ${most}.`;
    }
    return (
        `Of ${count(s.messagesShown)} messages shown, ${count(s.encoded)} have their encoded bytes in ` +
        `this page, ${most}: conversation by conversation, first those that verdicts point at, then ` +
        'failed operations, then others, evenly over the run, until ' +
        `${bytes(s.encodedBudgetBytes)} are full. peerlab export DIR --to pcapng has all.`
    );
}

/** What of the run the page shows, in sentences. */
export function samplingText(model) {
    const s = model.sampling;
    const said = [];
    if (!model.hasTrace) {
        said.push(
            'The run kept no trace, so this page has verdicts, metrics and snapshots only. With --record ' +
                'trace,messages,snapshots it also shows messages, steps and how peers came and went.'
        );
    } else if (s.messagesShown < s.messages || s.isCut) {
        said.push(
            `Of ${count(s.messages)} messages ${count(s.messagesShown)} are held: whole conversations, ` +
                'first those that verdicts point at, then failed operations, then others, evenly over ' +
                `the run, until ${bytes(s.budgetBytes)} are full.`
        );
        said.push('The profile on the bar of time and all metrics are of every message.');
        if (s.isCut) {
            said.push('Of a conversation that alone would fill the page, only the beginning is held.');
        }
    } else {
        said.push(`All ${count(s.messages)} messages of the run are in this page.`);
    }
    if (model.hasTrace) {
        said.push(encodedText(model));
    }
    if (s.snapshotsShown < s.snapshots) {
        said.push(`Of ${count(s.snapshots)} snapshots ${count(s.snapshotsShown)} are held, spread evenly.`);
    }
    if (model.snapshots.some(snapshot => snapshot.edgesInAll > s.edgesAtMost)) {
        said.push(
            `Of more than ${count(s.edgesAtMost)} edges at once, the first ones of each peer are drawn.`
        );
    }
    if (s.chronicleOmitted > 0) {
        said.push(`${count(s.chronicleOmitted)} lives, faults or steps of the timeline had no room.`);
    }
    if (s.seriesOmitted > 0) {
        said.push(`${count(s.seriesOmitted)} metrics of single types or peers are in metrics.csv only.`);
    }
    return said;
}

/** Fills the foot of the page. */
export function provenance(root, model, licences) {
    const { run } = model;
    const command = again(run, []);
    const copy = h(
        'button',
        {
            onclick: async () => {
                try {
                    await navigator.clipboard.writeText(command);
                    copy.textContent = 'Copied';
                } catch {
                    getSelection().selectAllChildren(code);
                }
            }
        },
        'Copy'
    );
    const code = h('code', {}, command);
    const network = run.network
        ? h('p', {}, `Network ${run.network.profile}: ${run.network.sources.join('; ')}`)
        : null;
    put(
        root,
        h('div', { class: 'again' }, h('span', {}, 'Again'), code, copy),
        h(
            'p',
            {},
            `${run.file || run.scenario} · seed ${run.seed} · fingerprint `,
            h('span', { class: 'code' }, run.fingerprint),
            ` · Peerlab ${run.peerlab}`
        ),
        network,
        samplingText(model).map(sentence => h('p', {}, sentence)),
        h('details', {}, h('summary', {}, 'Licences'), h('pre', {}, licences))
    );
}
