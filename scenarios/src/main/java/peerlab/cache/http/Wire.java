package peerlab.cache.http;

import java.nio.charset.StandardCharsets;

import peerlab.engine.protocol.Message;

/**
 * How many bytes a message takes as HTTP/1.1 over a line, with the header fields that matter here; probes are
 * as large as those of the Internet Cache Protocol (RFC 2186). Nothing is encoded; lengths add up.
 * {@link HttpFormat} encodes them.
 */
final class Wire {

    private static final int REQUEST =
            "GET  HTTP/1.1\r\nHost: origin\r\nAccept-Language: \r\n\r\n".length();
    private static final int CONDITION = "If-None-Match: \"\"\r\n".length();
    private static final int RESPONSE = ("HTTP/1.1 200 OK\r\n"
            + "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\nAge: 0000\r\n"
            + "Cache-Control: max-age=00000\r\nETag: \"\"\r\nContent-Length: 00000\r\n\r\n").length();
    private static final int ICP = 20;

    private Wire() {
    }

    static int size(Message message) {
        if (message instanceof HttpRequest request) {
            int condition = request.ifNoneMatch().isEmpty() ? 0 : CONDITION + request.ifNoneMatch().length();
            return REQUEST + length(request.url()) + request.language().length() + condition
                    + size(request.body());
        } else if (message instanceof HttpResponse response) {
            return RESPONSE + size(response.body());
        } else if (message instanceof Probe probe) {
            return ICP + length(probe.url()) + 1;
        } else if (message instanceof Revoke revoke) {
            return ICP + length(revoke.url()) + 1;
        }
        return ICP;
    }

    private static int size(Body body) {
        return body == null ? 0 : Math.toIntExact(body.size());
    }

    private static int length(Resource url) {
        return url.text().getBytes(StandardCharsets.UTF_8).length;
    }
}
