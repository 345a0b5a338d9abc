package peerlab.cache.http;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/**
 * The answer to an {@link HttpRequest}.
 *
 * @param head null for a failure
 * @param body null where there is none: with 304, and with failures
 * @param steps how many caches it has passed since somebody had it
 */
record HttpResponse(int call, int status, Head head, Body body, int steps) implements Message {

    static final int OK = 200;
    static final int NOT_MODIFIED = 304;
    static final int NOT_FOUND = 404;
    static final int UNAVAILABLE = 503;
    static final int TIMED_OUT = 504;

    boolean isError() {
        return status >= 500;
    }

    /** The same, to be used this once. */
    HttpResponse spent() {
        return new HttpResponse(call, status, head == null ? null : head.spent(), body, steps);
    }

    HttpResponse with(int otherCall, int moreSteps) {
        return new HttpResponse(otherCall, status, head, body, moreSteps);
    }

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        fields.number("status", status);
        fields.number("steps", steps);
        if (head != null) {
            fields.text("etag", head.etag());
            fields.number("age", head.age());
        }
        if (body != null) {
            body.describe(fields);
        }
    }
}
