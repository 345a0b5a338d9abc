package peerlab.reports

import peerlab.engine.trace.TraceReader
import peerlab.reports.stored.Lines

/** Traces that were written by hand, for what is made of them. */
final class Traces {

    /** Two peers, a question that is answered, one that is lost, a request, a fault, a step. */
    static final String SMALL = '''\
        {"t":0,"kind":"timeline","id":1,"verb":"join","text":"at 0 s join all","who":["p1","p2"],"mark":null}
        {"t":0,"kind":"life","id":2,"cause":1,"peer":"p1","change":"started"}
        {"t":0,"kind":"life","id":3,"cause":1,"peer":"p2","change":"started"}
        {"t":1000000,"kind":"asked","id":4,"peer":"p1","operation":"get","key":"k","value":null,"options":{}}
        {"t":1000000,"kind":"sent","id":5,"cause":4,"from":"p1","to":"p2","type":"Ask","bytes":9,"fields":{"n":1}}
        {"t":1000000,"kind":"sent","id":6,"cause":4,"from":"p1","to":"p2","type":"Ask","bytes":9,"fields":{"n":2}}
        {"t":2000000,"kind":"fault","id":7,"fault":"partition","words":"minority","change":"begins","who":["p2"]}
        {"t":2500000,"kind":"dropped","id":6,"from":"p1","to":"p2","type":"Ask","reason":"loss"}
        {"t":3000001,"kind":"delivered","id":5,"from":"p1","to":"p2","type":"Ask"}
        {"t":3000001,"kind":"step","cause":5,"peer":"p2","type":"Found","fields":{"where":"here"}}
        {"t":3000001,"kind":"sent","id":8,"cause":5,"from":"p2","to":"p1","type":"Tell","bytes":7,"fields":{}}
        {"t":4000000,"kind":"delivered","id":8,"from":"p2","to":"p1","type":"Tell"}
        {"t":4000000,"kind":"answered","id":4,"cause":8,"peer":"p1","operation":"get","key":"k","success":true,"value":"v","reason":"","latency":3000000}
        {"t":5000000,"kind":"fault","id":7,"fault":"partition","words":"minority","change":"ends","who":["p2"]}
        {"t":6000000,"kind":"timer","id":9,"cause":4,"peer":"p1","type":"Overdue","fields":{}}
        '''.stripIndent()

    private Traces() { }

    static Lines lines(String text) {
        return { Lines.Reader reader ->
            def trace = new TraceReader(new ByteArrayInputStream(text.getBytes('UTF-8')), 'trace')
            def line = trace.next()
            while (line.present && reader.read(line.get())) {
                line = trace.next()
            }
        } as Lines
    }

    static Lines small() {
        lines(SMALL)
    }

    /** A message in which every word is nasty, as it stands in a trace. */
    static Lines nasty() {
        def word = Json.line(Runs.NASTY)
        lines("""\
            {"t":1,"kind":"sent","id":1,"cause":0,"from":$word,"to":"p2","type":$word,"fields":{$word:$word}}
            {"t":2,"kind":"delivered","id":1,"from":$word,"to":"p2","type":$word}
            {"t":3,"kind":"step","cause":1,"peer":"p2","type":$word,"fields":{"x":[$word,[1,null]]}}
            {"t":4,"kind":"asked","id":2,"peer":$word,"operation":$word,"key":$word,"value":$word}
            {"t":5,"kind":"broken","cause":1,"peer":$word,"doing":$word,"exception":$word,"frames":[$word]}
            {"t":6,"kind":"later","what":$word}
            """.stripIndent())
    }

    static byte[] bytes(Closure<?> writer) {
        def out = new ByteArrayOutputStream()
        writer(out)
        out.toByteArray()
    }
}
