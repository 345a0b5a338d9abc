// Fingers and mice on a canvas: move, zoom, hover, choose.

/** Listens to a canvas; each gesture calls what is given for it, with points relative to the canvas. */
export function pointer(canvas, { move, zoom, hover, choose }) {
    const held = new Map();
    let travelled = 0;
    const at = event => {
        const box = canvas.getBoundingClientRect();
        return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    canvas.addEventListener('pointerdown', event => {
        canvas.setPointerCapture(event.pointerId);
        held.set(event.pointerId, at(event));
        travelled = 0;
    });
    canvas.addEventListener('pointermove', event => {
        const point = at(event);
        const before = held.get(event.pointerId);
        if (!before) {
            hover(point);
            return;
        }
        travelled += Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
        if (held.size === 1) {
            move(point.x - before.x, point.y - before.y, point);
        } else {
            const other = [...held].find(([id]) => id !== event.pointerId)[1];
            const apart = p => Math.hypot(p.x - other.x, p.y - other.y);
            zoom(apart(point) / Math.max(1, apart(before)), other);
        }
        held.set(event.pointerId, point);
    });
    const release = event => {
        if (held.delete(event.pointerId) && event.type === 'pointerup' && travelled < 6) {
            choose(at(event));
        }
    };
    canvas.addEventListener('pointerup', release);
    canvas.addEventListener('pointercancel', release);
    canvas.addEventListener('pointerleave', () => hover(null));
    canvas.addEventListener(
        'wheel',
        event => {
            event.preventDefault();
            zoom(Math.exp(-event.deltaY * 0.0016), at(event));
        },
        { passive: false }
    );
}

/** A short text beside the pointer. */
export function tip(stage, element) {
    return (point, text) => {
        element.hidden = !text;
        if (text) {
            element.textContent = text;
            const { clientWidth: wide, clientHeight: tall } = stage;
            element.style.left = Math.max(4, Math.min(point.x + 14, wide - element.offsetWidth - 6)) + 'px';
            element.style.top = Math.max(4, Math.min(point.y + 14, tall - element.offsetHeight - 6)) + 'px';
        }
    };
}
