package peerlab.cache.http;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/**
 * A request on its way to whoever can answer it.
 *
 * @param url the resource, in its normal form
 * @param language what the asker would like to read; empty where it does not care
 * @param ifNoneMatch the version that the asker has; empty where it does not ask about one
 * @param ifModifiedSince when the asker's version came to be; negative where it does not ask about one
 * @param onlyIfCached whether nobody further is to be asked
 * @param body what is written, for a PUT; else null
 */
record HttpRequest(int call, Method method, Resource url, String language, String ifNoneMatch,
        long ifModifiedSince, boolean onlyIfCached, Body body) implements Message {

    /** What is to be done with the resource. */
    enum Method { GET, PUT }

    static HttpRequest get(int call, Resource url, String language) {
        return new HttpRequest(call, Method.GET, url, language, "", Head.UNSAID, false, null);
    }

    static HttpRequest put(int call, Resource url, Body body) {
        return new HttpRequest(call, Method.PUT, url, "", "", Head.UNSAID, false, body);
    }

    /** The same, unless it is still the version with these validators. */
    HttpRequest unless(Head had) {
        return new HttpRequest(
                call, method, url, language, had.etag(), had.lastModified(), onlyIfCached, body);
    }

    /** The same, of somebody who is to ask nobody further. */
    HttpRequest onlyIfCached(int otherCall) {
        return new HttpRequest(otherCall, method, url, language, "", Head.UNSAID, true, body);
    }

    /** Whether the asker has this version already. */
    boolean has(Head head) {
        return !ifNoneMatch.isEmpty() ? ifNoneMatch.equals(head.etag())
                : ifModifiedSince >= 0 && head.lastModified() >= 0 && head.lastModified() <= ifModifiedSince;
    }

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        fields.text("method", method.name());
        fields.text("url", url.text());
        fields.text("language", language);
        fields.text("ifNoneMatch", ifNoneMatch);
        fields.number("ifModifiedSince", ifModifiedSince);
        fields.truth("onlyIfCached", onlyIfCached);
        if (body != null) {
            body.describe(fields);
        }
    }
}
