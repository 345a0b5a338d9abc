// Draws the network at a moment on a canvas: edges kept as a picture, peers and messages anew each time.

import { sharp } from './dom.js';

const FULL = 10000;
const MARGIN = 26;
/** Names are written beside peers while there is room for so many. */
const MOST_NAMES = 90;

/** A picture of the network; it draws what it is told and says which peer lies where. */
export class NetworkPicture {
    constructor(canvas, model, playback) {
        Object.assign(this, { canvas, model, playback, zoom: 1, panX: 0, panY: 0 });
        this.edgeCanvas = document.createElement('canvas');
        this.edgeKey = '';
        this.x = new Float32Array(model.peers.length);
        this.y = new Float32Array(model.peers.length);
    }

    /** Where each peer lies on the canvas, in the layout of that name. */
    place(layout) {
        const { width, height } = this.canvas.getBoundingClientRect();
        const key = [layout, width, height, this.zoom, this.panX, this.panY].join();
        if (key === this.placeKey) {
            return;
        }
        this.placeKey = key;
        const { x, y } = this.model.layouts[layout];
        const side = Math.min(width, height);
        const isFree = layout === 'force';
        const wide = (isFree ? width : side) - 2 * MARGIN;
        const tall = (isFree ? height : side) - 2 * MARGIN;
        for (let i = 0; i < this.x.length; i++) {
            this.x[i] = width / 2 + this.panX + ((x[i] ?? 5000) / FULL - 0.5) * wide * this.zoom;
            this.y[i] = height / 2 + this.panY + ((y[i] ?? 5000) / FULL - 0.5) * tall * this.zoom;
        }
    }

    radius() {
        const n = this.x.length;
        const usual = n <= 16 ? 11 : n <= 64 ? 8 : n <= 300 ? 5 : n <= 1500 ? 3.2 : 1.8;
        return usual * Math.min(2.5, Math.max(1, Math.sqrt(this.zoom)));
    }

    /** Makes room so that a point on the canvas keeps its place. */
    zoomAt(factor, x, y) {
        const { width, height } = this.canvas.getBoundingClientRect();
        const zoom = Math.max(0.5, Math.min(40, this.zoom * factor));
        const by = zoom / this.zoom;
        this.panX = (x - width / 2) * (1 - by) + this.panX * by;
        this.panY = (y - height / 2) * (1 - by) + this.panY * by;
        this.zoom = zoom;
    }

    /** The peer at a point, or null. */
    peerAt(x, y) {
        let best = null;
        let nearest = Math.max(12, this.radius() + 5) ** 2;
        for (let i = 0; i < this.x.length; i++) {
            const square = (this.x[i] - x) ** 2 + (this.y[i] - y) ** 2;
            if (square < nearest) {
                nearest = square;
                best = i;
            }
        }
        return best;
    }

    /** Draws a moment: `from` is that of the drawing before, so that what passes between them is seen. */
    draw(scene) {
        const { context, width, height } = sharp(this.canvas);
        this.place(scene.layout);
        context.clearRect(0, 0, width, height);
        const up = this.playback.upAt(scene.time);
        const snapshot = this.playback.snapshotAt(scene.time);
        const edges = this.model.data.spoke ? this.spoke() : this.playback.edges(snapshot);
        if (scene.showEdges) {
            this.drawEdges(context, width, height, edges, up, scene);
        }
        if (scene.peer !== null) {
            this.drawOwnEdges(context, edges, up, scene);
        }
        this.drawMessages(context, scene);
        this.drawPeers(context, up, scene);
        return { up, snapshot };
    }

    /** Edges of those who spoke, in the form of others. */
    spoke() {
        if (!this.spokeEdges) {
            const { spoke } = this.model.data;
            this.spokeEdges = new Int32Array((spoke.length / 2) * 3);
            for (let i = 0; i < spoke.length / 2; i++) {
                this.spokeEdges.set([0, spoke[2 * i], spoke[2 * i + 1]], 3 * i);
            }
        }
        return this.spokeEdges;
    }

    drawEdges(context, width, height, edges, up, scene) {
        const ratio = this.canvas.width / width;
        const key = [
            this.placeKey,
            this.playback.snapshotAt(scene.time),
            this.playback.nextLife,
            ratio,
            scene.colours.edge
        ].join();
        if (key !== this.edgeKey) {
            this.edgeKey = key;
            this.edgeCanvas.width = this.canvas.width;
            this.edgeCanvas.height = this.canvas.height;
            const into = this.edgeCanvas.getContext('2d');
            into.setTransform(ratio, 0, 0, ratio, 0, 0);
            const count = edges.length / 3;
            into.globalAlpha = count < 120 ? 0.9 : count < 800 ? 0.5 : count < 6000 ? 0.22 : 0.1;
            into.lineWidth = count < 800 ? 1 : 0.7;
            const kinds = Math.max(1, this.model.edgeKinds.length);
            for (let kind = 0; kind < kinds; kind++) {
                into.strokeStyle = kinds === 1 ? scene.colours.muted : scene.colours.kinds[kind % 8];
                into.beginPath();
                for (let i = 0; i < edges.length; i += 3) {
                    const a = edges[i + 1];
                    const b = edges[i + 2];
                    if (edges[i] === kind && up[a] === 1 && up[b] === 1) {
                        into.moveTo(this.x[a], this.y[a]);
                        into.lineTo(this.x[b], this.y[b]);
                    }
                }
                into.stroke();
            }
        }
        context.drawImage(this.edgeCanvas, 0, 0, width, height);
    }

    drawOwnEdges(context, edges, up, { peer, colours }) {
        context.strokeStyle = colours.accent;
        context.lineWidth = 1.4;
        context.beginPath();
        for (let i = 0; i < edges.length; i += 3) {
            const [a, b] = [edges[i + 1], edges[i + 2]];
            if ((a === peer || b === peer) && up[a] === 1 && up[b] === 1) {
                context.moveTo(this.x[a], this.y[a]);
                context.lineTo(this.x[b], this.y[b]);
            }
        }
        context.stroke();
    }

    drawPeers(context, up, scene) {
        const radius = this.radius();
        const byColour = new Map();
        const down = [];
        for (let i = 0; i < this.x.length; i++) {
            if (up[i] === 0) {
                down.push(i);
                continue;
            }
            const colour = scene.colourOfPeer(i);
            if (!byColour.has(colour)) {
                byColour.set(colour, []);
            }
            byColour.get(colour).push(i);
        }
        context.lineWidth = 1.2;
        context.strokeStyle = scene.colours.faint;
        context.beginPath();
        down.forEach(i => this.circle(context, i, radius * 0.8));
        context.stroke();
        for (const [colour, peers] of byColour) {
            context.fillStyle = colour;
            context.beginPath();
            peers.forEach(i => this.circle(context, i, radius));
            context.fill();
        }
        this.drawRings(context, radius, scene);
        this.drawNames(context, radius, up, scene);
    }

    circle(context, i, radius) {
        context.moveTo(this.x[i] + radius, this.y[i]);
        context.arc(this.x[i], this.y[i], radius, 0, 2 * Math.PI);
    }

    /** Who is under a fault, who is chosen. */
    drawRings(context, radius, scene) {
        context.lineWidth = 2;
        context.strokeStyle = scene.colours.fault;
        context.beginPath();
        scene.faulty.forEach(i => this.circle(context, i, radius + 2.5));
        context.stroke();
        if (scene.peer !== null) {
            context.strokeStyle = scene.colours.ink;
            context.beginPath();
            this.circle(context, scene.peer, radius + 4);
            context.stroke();
        }
    }

    drawNames(context, radius, up, scene) {
        const { width, height } = this.canvas.getBoundingClientRect();
        const inSight = [];
        for (let i = 0; i < this.x.length && inSight.length <= MOST_NAMES; i++) {
            if (this.x[i] > 0 && this.x[i] < width && this.y[i] > 0 && this.y[i] < height) {
                inSight.push(i);
            }
        }
        const named = inSight.length <= MOST_NAMES ? inSight : scene.peer === null ? [] : [scene.peer];
        context.font = '11px ' + scene.font;
        const isRing = scene.layout === 'ring';
        context.textAlign = 'center';
        context.textBaseline = 'middle';
        context.lineJoin = 'round';
        context.lineWidth = 3;
        context.strokeStyle = scene.colours.surface;
        for (const i of named) {
            context.fillStyle = up[i] ? scene.colours.ink : scene.colours.faint;
            const [dx, dy] = isRing ? this.outwards(i, width, height) : [0, 1];
            const x = this.x[i] + dx * (radius + 14);
            const y = this.y[i] + dy * (radius + 9);
            context.strokeText(this.model.peers[i].name, x, y);
            context.fillText(this.model.peers[i].name, x, y);
        }
    }

    /** The direction away from the middle of the ring. */
    outwards(i, width, height) {
        const dx = this.x[i] - width / 2 - this.panX;
        const dy = this.y[i] - height / 2 - this.panY;
        const length = Math.max(1, Math.hypot(dx, dy));
        return [dx / length, dy / length];
    }

    /** Messages as dots on their way, with a trail; lost ones end in a cross half way. */
    drawMessages(context, { from, time, conversation, colourOfType, colours }) {
        const messages = this.playback.inFlight(Math.min(from, time), time);
        for (const m of messages) {
            const isFaint = conversation !== null && m.conversation !== conversation;
            const end = m.ended ?? m.sent + this.model.longestFlight;
            const share = end > m.sent ? Math.min(1, (time - m.sent) / (end - m.sent)) : 1;
            const reach = m.lost === null ? share : Math.min(share, 0.6);
            const x = this.x[m.from] + (this.x[m.to] - this.x[m.from]) * reach;
            const y = this.y[m.from] + (this.y[m.to] - this.y[m.from]) * reach;
            context.globalAlpha = isFaint ? 0.12 : 0.55;
            context.strokeStyle = colourOfType.get(m.type);
            context.lineWidth = 1.3;
            context.beginPath();
            context.moveTo(this.x[m.from], this.y[m.from]);
            context.lineTo(x, y);
            context.stroke();
            context.globalAlpha = isFaint ? 0.2 : 1;
            if (m.lost !== null && share > 0.6) {
                cross(context, x, y, colours.fail);
            } else {
                context.fillStyle = colourOfType.get(m.type);
                context.beginPath();
                context.arc(x, y, 3.2, 0, 2 * Math.PI);
                context.fill();
            }
        }
        context.globalAlpha = 1;
    }
}

/** A cross: something is lost. */
export function cross(context, x, y, colour, size = 4) {
    context.strokeStyle = colour;
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(x - size, y - size);
    context.lineTo(x + size, y + size);
    context.moveTo(x + size, y - size);
    context.lineTo(x - size, y + size);
    context.stroke();
}
