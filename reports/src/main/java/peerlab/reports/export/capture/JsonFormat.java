package peerlab.reports.export.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.protocol.WireFormat;
import peerlab.reports.Json;

/** Messages that no tool knows, as HTTP requests with a body of JSON: what every tool can read. */
final class JsonFormat implements WireFormat {

    static final int PORT = 80;

    @Override
    public Optional<Packet> encode(Sighting message, Addresses addresses) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", message.type());
        body.put("from", message.from());
        body.put("to", message.to());
        body.put("fields", message.fields());
        byte[] json = Json.line(body).getBytes(UTF_8);
        String head = "POST /" + token(message.type()) + " HTTP/1.1\r\nHost: " + token(message.to())
                + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length + "\r\n\r\n";
        byte[] start = head.getBytes(UTF_8);
        byte[] payload = java.util.Arrays.copyOf(start, start.length + json.length);
        System.arraycopy(json, 0, payload, start.length, json.length);
        return Optional.of(new Packet(Carrier.TCP, PORT, false, payload));
    }

    /** A word that can stand in a line of HTTP. */
    private static String token(String word) {
        return word.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
