// Elements made of names, properties and children; text is always text, never markup.

/** Makes an element: h('button', { class: 'x', onclick: f }, 'text', other). */
export function h(name, properties, ...children) {
    const element = document.createElement(name);
    fill(element, properties || {}, children);
    return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element of a drawing. */
export function svg(name, properties, ...children) {
    const element = document.createElementNS(SVG, name);
    fill(element, properties || {}, children);
    return element;
}

function fill(element, properties, children) {
    for (const [key, value] of Object.entries(properties)) {
        if (key.startsWith('on')) {
            element.addEventListener(key.slice(2), value);
        } else if (key.startsWith('aria-') && typeof value === 'boolean') {
            element.setAttribute(key, String(value));
        } else if (value === true) {
            element.setAttribute(key, '');
        } else if (value !== false && value !== null && value !== undefined) {
            element.setAttribute(key, value);
        }
    }
    element.append(...present(children));
}

/** Replaces what an element holds. */
export function put(element, ...children) {
    element.replaceChildren(...present(children));
}

function present(children) {
    return children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false);
}

/** Scrolls a box, and nothing around it, so that what is in it can be seen. */
export function intoSight(box, element) {
    if (box && element) {
        const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
        if (inner.top < outer.top || inner.bottom > outer.bottom) {
            box.scrollTop += inner.top - outer.top - box.clientHeight / 3;
        }
    }
}

/** Takes a canvas to the size that it has on the screen, sharp on each; gives its context and size. */
export function sharp(canvas) {
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    const { width, height } = canvas.getBoundingClientRect();
    const wide = Math.max(1, Math.round(width * ratio));
    const high = Math.max(1, Math.round(height * ratio));
    if (canvas.width !== wide || canvas.height !== high) {
        canvas.width = wide;
        canvas.height = high;
    }
    const context = canvas.getContext('2d');
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return { context, width, height };
}

/** Asks for one drawing before the next frame, however often it is called. */
export function oncePerFrame(draw) {
    let isAsked = false;
    return () => {
        if (!isAsked) {
            isAsked = true;
            requestAnimationFrame(() => {
                isAsked = false;
                draw();
            });
        }
    };
}
