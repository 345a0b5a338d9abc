package peerlab.cache.http

import java.nio.ByteBuffer

import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import peerlab.engine.observe.RunEvent
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.WireFormat
import peerlab.reports.trace.EventLines
import spock.lang.Specification

class HttpFormatSpec extends Specification {

    static final Resource NEWS = new Resource('http://origin/news?page=2', 0)

    def "a request names its method, its path and its host, and what it already has"() {
        expect:
        text(HttpRequest.get(7, NEWS, 'de')) == [
                'GET /news?page=2 HTTP/1.1', 'Host: origin', 'Accept-Language: de', '', '']
        text(new HttpRequest(7, HttpRequest.Method.GET, NEWS, '', 'v3', -1, true, null)) == [
                'GET /news?page=2 HTTP/1.1', 'Host: origin', 'If-None-Match: "v3"',
                'Cache-Control: only-if-cached', '', '']
        text(HttpRequest.put(7, new Resource('http://elsewhere', 1), new Body('v', 1, 3))) == [
                'PUT / HTTP/1.1', 'Host: elsewhere', 'Content-Length: 3', '', 'v  ']
    }

    def "a response has its status, and a body where there is one"() {
        given:
        def head = new Head(0, 5_000_000_000, 'v3', -1, '', null)

        expect:
        text(new HttpResponse(7, 200, head, new Body('long', 1, 2), 0)) == ['HTTP/1.1 200 OK', 'ETag: "v3"',
                'Age: 5', 'Connection: close', 'Content-Type: text/plain', 'Content-Length: 2', '', 'lo']
        text(new HttpResponse(7, 304, head, null, 0)) == [
                'HTTP/1.1 304 Not Modified', 'ETag: "v3"', 'Age: 5', 'Connection: close', '', '']
        text(new HttpResponse(7, 504, null, null, 0)) == ['HTTP/1.1 504 Gateway Timeout', 'Connection: close',
                'Content-Type: text/plain', 'Content-Length: 0', '', '']
        [404, 503, 418].collect { text(new HttpResponse(7, it, null, null, 0))[0] } == [
                'HTTP/1.1 404 Not Found', 'HTTP/1.1 503 Service Unavailable', 'HTTP/1.1 418 Status']
    }

    def "a request and its answer have a connection of their own"() {
        expect:
        [HttpRequest.get(7, NEWS, ''), new HttpResponse(7, 200, null, null, 0)].collect { packet(it) }
                .collect { [it.carrier(), it.port(), it.isAnswer(), it.conversation()] } ==
                [[WireFormat.Carrier.TCP, 80, false, 8], [WireFormat.Carrier.TCP, 80, true, 8]]
    }

    def "probes are those of the Internet Cache Protocol: a header of 20 bytes, and what it asks"() {
        when:
        def asked = ByteBuffer.wrap(packet(new Probe(9, NEWS, '')).payload())
        def hit = ByteBuffer.wrap(packet(new Probed(9, true)).payload())
        def miss = ByteBuffer.wrap(packet(new Probed(9, false)).payload())

        then: 'opcode, version, length, request number'
        [asked, hit, miss].collect { [it.get(0), it.get(1), it.getInt(4)] } ==
                [[1, 2, 9], [2, 2, 9], [3, 2, 9]]
        [asked, hit, miss].every { it.getShort(2) == it.capacity() }
        new String(asked.array(), 24, asked.capacity() - 25) == NEWS.text()
        packet(new Probe(9, NEWS, '')).port() == 3130
        packet(new Probe(9, NEWS, '')).carrier() == WireFormat.Carrier.UDP
    }

    def "what could end a line is written as in URLs, and what is no message of the web is left to others"() {
        given:
        def evil = [method: 'GET\r\nX: 1', url: 'http://h/a b\r\nX: 1', language: 'de\r\nX: 1',
                etag: 'a\r\nb']

        expect:
        ['HttpRequest', 'HttpResponse'].every { type ->
            new String(new HttpFormat().encode(
                    new WireFormat.Sighting('p1', 'p2', type, 1, evil), addresses()).get().payload())
                    .split('\r\n').every { !it.startsWith('X:') && !it.contains('\n') }
        }
        new HttpFormat().encode(new WireFormat.Sighting('p1', 'p2', 'Rumour', 1, [:]), addresses()).empty
        new String(new HttpFormat().encode(new WireFormat.Sighting('p1', 'p2', 'HttpRequest', 1,
                [url: 'no url : at all']), addresses()).get().payload()).startsWith('GET /no%20url')
    }

    private static List<String> text(Message message) {
        new String(packet(message).payload(), 'UTF-8').split('\r\n', -1)
    }

    private static WireFormat.Packet packet(Message message) {
        def sent = new RunEvent.Sent(SimTime.ZERO, 1, 0, PeerId.of(0), PeerId.of(1), message, 1)
        def line = new EventLines().of(sent, null)
        new HttpFormat().encode(new WireFormat.Sighting('p1', 'p2', message.type(), 1, line.fields()),
                addresses()).get()
    }

    private static WireFormat.Addresses addresses() {
        new WireFormat.Addresses() {
            @Override
            byte[] address(String peer) {
                [10, 0, 0, 1] as byte[]
            }

            @Override
            String identity(String peer) {
                ''
            }
        }
    }
}
