package peerlab.cache.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import peerlab.engine.protocol.WireFormat;

/**
 * Messages as HTTP/1.1 over TCP (RFC 9112), a connection for each request; probes in the Internet Cache
 * Protocol over UDP (RFC 2186). What a trace does not keep of a header is left out.
 */
final class HttpFormat implements WireFormat {

    static final int HTTP_PORT = 80;
    static final int ICP_PORT = 3130;
    /** Of longer bodies so much is shown, so that each message is one packet on any network. */
    static final int LONGEST_BODY = 1_024;

    private static final String LINE = "\r\n";
    private static final int ICP_HEADER = 20;
    private static final int ICP_VERSION = 2;
    private static final int ICP_QUERY = 1;
    private static final int ICP_HIT = 2;
    private static final int ICP_MISS = 3;
    private static final int REQUESTER = 4;
    private static final long NANOS = 1_000_000_000;

    @Override
    public Optional<Packet> encode(Sighting message, Addresses addresses) {
        return switch (message.type()) {
            case "HttpRequest" -> Optional.of(http(message, false, request(message)));
            case "HttpResponse" -> Optional.of(http(message, true, response(message)));
            case "Probe" -> Optional.of(icp(message, addresses, ICP_QUERY, false));
            case "Probed" -> Optional.of(icp(message, addresses,
                    Boolean.TRUE.equals(message.fields().get("hasIt")) ? ICP_HIT : ICP_MISS, true));
            default -> Optional.empty();
        };
    }

    /** Calls are numbered from 1; one more keeps 0, what nobody waits for, apart from what is shared. */
    private static Packet http(Sighting message, boolean isAnswer, String head) {
        byte[] body = body(message);
        byte[] start = head.getBytes(UTF_8);
        byte[] payload = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, payload, start.length, body.length);
        return new Packet(Carrier.TCP, HTTP_PORT, isAnswer, number(message, "call", 0) + 1, payload);
    }

    private static String request(Sighting message) {
        String url = plain(text(message, "url"));
        String method = text(message, "method").equals("PUT") ? "PUT" : "GET";
        StringBuilder head = new StringBuilder(method + " " + path(url) + " HTTP/1.1" + LINE);
        field("Host", host(url), head);
        field("Accept-Language", text(message, "language"), head);
        if (!text(message, "ifNoneMatch").isEmpty()) {
            field("If-None-Match", '"' + text(message, "ifNoneMatch") + '"', head);
        }
        if (Boolean.TRUE.equals(message.fields().get("onlyIfCached"))) {
            field("Cache-Control", "only-if-cached", head);
        }
        if (message.fields().containsKey("size")) {
            field("Content-Length", Integer.toString(body(message).length), head);
        }
        return head.append(LINE).toString();
    }

    private static String response(Sighting message) {
        long status = number(message, "status", HttpResponse.OK);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + reason(status) + LINE);
        if (!text(message, "etag").isEmpty()) {
            field("ETag", '"' + text(message, "etag") + '"', head);
        }
        if (message.fields().containsKey("age")) {
            field("Age", Long.toString(Math.max(0, number(message, "age", 0)) / NANOS), head);
        }
        field("Connection", "close", head);
        if (status != HttpResponse.NOT_MODIFIED) {
            field("Content-Type", "text/plain", head);
            field("Content-Length", Integer.toString(body(message).length), head);
        }
        return head.append(LINE).toString();
    }

    private static String reason(long status) {
        return switch ((int) status) {
            case HttpResponse.OK -> "OK";
            case HttpResponse.NOT_MODIFIED -> "Not Modified";
            case HttpResponse.NOT_FOUND -> "Not Found";
            case HttpResponse.UNAVAILABLE -> "Service Unavailable";
            case HttpResponse.TIMED_OUT -> "Gateway Timeout";
            default -> "Status";
        };
    }

    private static void field(String name, String value, StringBuilder head) {
        if (!value.isEmpty()) {
            head.append(name).append(": ").append(plain(value)).append(LINE);
        }
    }

    private static Packet icp(Sighting message, Addresses addresses, int opcode, boolean isAnswer) {
        byte[] url = plain(text(message, "url")).getBytes(US_ASCII);
        int length = ICP_HEADER + (isAnswer ? 0 : REQUESTER) + url.length + 1;
        byte[] bytes = ByteBuffer.allocate(length).put((byte) opcode).put((byte) ICP_VERSION)
                .putShort((short) length).putInt((int) number(message, "call", 0)).putLong(0)
                .put(addresses.address(message.from())).put(new byte[isAnswer ? 0 : REQUESTER]).put(url)
                .put((byte) 0).array();
        return new Packet(Carrier.UDP, ICP_PORT, isAnswer, bytes);
    }

    /** As long as the body is: filled up with blanks, or cut. */
    private static byte[] body(Sighting message) {
        long status = number(message, "status", HttpResponse.OK);
        if (!message.fields().containsKey("size") || status == HttpResponse.NOT_MODIFIED) {
            return new byte[0];
        }
        byte[] text = text(message, "value").getBytes(UTF_8);
        long size = Math.max(0, number(message, "size", 0));
        byte[] body = Arrays.copyOf(text, (int) Math.min(LONGEST_BODY, size));
        Arrays.fill(body, Math.min(text.length, body.length), body.length, (byte) ' ');
        return body;
    }

    private static String path(String url) {
        int host = url.indexOf("://");
        int path = host < 0 ? -1 : url.indexOf('/', host + 3);
        String found = host < 0 ? url : path < 0 ? "/" : url.substring(path);
        return found.startsWith("/") ? found : "/" + found;
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "origin" : host;
        } catch (IllegalArgumentException e) {
            return "origin";
        }
    }

    /** What can stand in a line of HTTP: all else as its bytes in hexadecimal digits, as in URLs. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            boolean isVisible = b > ' ' && b < 0x7f;
            plain.append(isVisible ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b));
        }
        return plain.toString();
    }

    private static String text(Sighting message, String name) {
        return message.fields().get(name) instanceof String text ? text : "";
    }

    private static long number(Sighting message, String name, long otherwise) {
        return message.fields().get(name) instanceof Long number ? number : otherwise;
    }
}
