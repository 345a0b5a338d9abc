package peerlab.reports.export.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import peerlab.engine.protocol.WireFormat;
import peerlab.engine.protocol.WireFormat.Carrier;
import peerlab.engine.protocol.WireFormat.Packet;
import peerlab.engine.protocol.WireFormat.Sighting;
import peerlab.engine.trace.TraceLine;
import peerlab.reports.export.capture.Ipv4.Endpoint;
import peerlab.reports.stored.IdSet;
import peerlab.reports.stored.Lines;
import peerlab.reports.stored.PeerBook;

/**
 * A capture of a run: each message as a packet, at the moment when it was sent, on the interface of the peer
 * that sent it. The comment of a packet names its event and what caused it, so that a packet leads back to
 * the trace.
 *
 * <p>Memory is bounded: so many connections are kept at most, and the one that was silent longest is closed
 * to make room for another.
 */
public final class Capture {

    private static final int MOST_CONNECTIONS = 50_000;
    private static final int FIRST_PORT = 49_152;
    private static final int PORTS = 16_384;

    private final PcapngFile file;
    private final PeerBook peers;
    private final Encoder encoder;
    private final IdSet lost;
    private final Ipv4 ip = new Ipv4();
    private final Map<String, TcpConnection> connections = new LinkedHashMap<>(1024, 0.75f, true);
    private final Map<String, Integer> openedBy = new LinkedHashMap<>();
    private long nanos;

    /** @param formats how the messages of a protocol look, by the protocol's name */
    Capture(OutputStream out, PeerBook peers, Function<String, Optional<WireFormat>> formats,
            IdSet lost) throws IOException {
        this.file = new PcapngFile(out, "Peerlab");
        this.peers = peers;
        this.encoder = new Encoder(peers, formats);
        this.lost = lost;
    }

    /** Captures what a trace tells of; the trace is read twice. */
    public static void write(Lines lines, PeerBook peers, Function<String, Optional<WireFormat>> formats,
            OutputStream out) throws IOException {
        IdSet lost = new IdSet();
        lines.goThrough(line -> {
            if (line.kind().equals("dropped") && line.id().isPresent()) {
                lost.add(line.id().get());
            }
            return true;
        });
        Capture capture = new Capture(out, peers, formats, lost);
        lines.goThrough(line -> {
            capture.line(line);
            return true;
        });
    }

    private void line(TraceLine line) throws IOException {
        if (!line.kind().equals("sent")) {
            return;
        }
        Sighting message = new Sighting(line.text("from").orElse("?"), line.text("to").orElse("?"),
                line.text("type").orElse("?"), line.whole("bytes").orElse(0L), line.fields());
        nanos = line.time().nanos();
        Packet packet = encoder.packet(message);
        String comment = comment(line, message, packet);
        if (packet.carrier() == Carrier.UDP && packet.payload().length <= Ipv4.MOST_PAYLOAD) {
            ip.udp(endpoint(message.from(), packet.port()), endpoint(message.to(), packet.port()),
                    packet.payload());
            file.packet(message.from(), nanos, ip.bytes(), ip.length(), comment);
        } else {
            overTcp(message, packet, comment);
        }
    }

    private void overTcp(Sighting message, Packet packet, String comment) throws IOException {
        String client = packet.isAnswer() ? message.to() : message.from();
        String server = packet.isAnswer() ? message.from() : message.to();
        String key = client + "\n" + server + "\n" + packet.port() + "\n" + packet.conversation();
        TcpConnection connection = connections.get(key);
        if (connection == null) {
            connection = open(client, server, packet.port());
            connections.put(key, connection);
        }
        connection.send(this::segment, packet.isAnswer(), packet.payload(), comment);
        if (packet.isAnswer() && packet.conversation() != 0) {
            connection.close(this::segment);
            connections.remove(key);
        }
    }

    private String comment(TraceLine line, Sighting message, Packet packet) {
        long id = line.id().orElse(0L);
        return "event " + id + line.cause().map(cause -> ", caused by " + cause).orElse("") + ": "
                + message.type() + (lost.contains(id) ? ", lost" : "")
                + (packet.payload().length == message.bytes() ? ""
                        : ", counted as " + message.bytes() + " bytes");
    }

    private Endpoint endpoint(String peer, int port) {
        return new Endpoint(peers.address(peer), port);
    }

    private TcpConnection open(String client, String server, int serverPort) throws IOException {
        if (connections.size() == MOST_CONNECTIONS) {
            Iterator<TcpConnection> silent = connections.values().iterator();
            silent.next().close(this::segment);
            silent.remove();
        }
        int port = FIRST_PORT + openedBy.merge(client, 1, Integer::sum) % PORTS;
        TcpConnection opened = new TcpConnection(
                client, endpoint(client, port), server, endpoint(server, serverPort));
        opened.open(this::segment);
        return opened;
    }

    private void segment(String peer, Endpoint from, Endpoint to, int[] numbers, int flags, byte[] payload,
            int[] part, String comment) throws IOException {
        ip.tcp(from, to, numbers[0], numbers[1], flags, payload, part[0], part[1]);
        file.packet(peer, nanos, ip.bytes(), ip.length(), comment);
    }
}
