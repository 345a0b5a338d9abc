package peerlab.library

import java.nio.file.Path

/** A chapter of the guide, and the code that it shows. */
final class Chapter {

    private static final Path ROOT = Path.of(System.getProperty('peerlab.root'))

    private final String text

    Chapter(String name) {
        text = ROOT.resolve('docs/guide').resolve(name).toFile().getText('UTF-8')
    }

    /** What stands between fences, in Java or in Groovy. */
    List<String> pieces() {
        (text =~ /(?s)```(java|groovy)\n(.*?)```/).collect { it[2] as String }
    }

    /** The pieces that stand in none of these test sources of this module, up to their indentation. */
    List<String> strange(String... files) {
        def sources = files.collect {
            plain(ROOT.resolve('scenarios/src/test').resolve(it).toFile().getText('UTF-8'))
        }
        pieces().findAll { piece -> !sources.any { it.contains(plain(piece)) } }
    }

    private static String plain(String text) {
        text.readLines()*.strip().findAll().join('\n')
    }
}
