package peerlab.house

import java.nio.file.Files
import java.nio.file.Path

/** The sources of this checkout, in Java and in Groovy, without what builds made. */
final class Sources {

    static final Path ROOT = Path.of(System.getProperty('peerlab.root', '..')).toAbsolutePath().normalize()

    private static final List<String> MODULES = ['engine', 'dsl', 'reports', 'scenarios', 'assignments']

    private static final List<String> LEFT_OUT = ['/target/', '/resources/', '/library/']

    private Sources() { }

    /** A source with its lines. */
    static final class Source {

        final String path
        final List<String> lines

        Source(Path file) {
            path = ROOT.relativize(file).toString().replace('\\', '/')
            lines = Files.readString(file).split('\n', -1).toList()
        }

        @Override
        String toString() { path }

        boolean isJava() { path.endsWith('.java') }

        boolean isMain() { path.contains('/src/main/') }

        String name() { path.tokenize('/')[-1] }

        String folder() { path - "/${name()}" }

        /** The lines that the closure means, by place: it is told a line, and its number from 1. */
        List<String> places(String complaint, Closure<Boolean> isMeant) {
            def meant = []
            lines.eachWithIndex { line, index ->
                if (isMeant(line, index + 1)) {
                    meant << "$path:${index + 1}: $complaint: ${line.trim()}".toString()
                }
            }
            meant
        }

        /**
         * The numbers, from 1, of the lines inside a text that goes over several: what is printed is as it
         * is.
         */
        Set<Integer> quoted() {
            def quoted = [] as Set
            def isInside = false
            lines.eachWithIndex { line, index ->
                if (isInside) {
                    quoted << index + 1
                }
                isInside ^= (line.count("\'\'\'") + line.count('"""')) % 2 == 1
            }
            quoted
        }

        /** Each comment with the number of its first line. */
        List<Comment> comments() {
            def found = []
            def text = lines.join('\n')
            def matcher = text =~ /(?s)\/\*.*?\*\/|(?m)(?<=^|\s)\/\/[^\n]*/
            while (matcher.find()) {
                found << new Comment(1 + text.substring(0, matcher.start()).count('\n'), matcher.group())
            }
            found
        }
    }

    /** A comment and where it begins. */
    static final class Comment {

        final int line
        final String text

        Comment(int line, String text) {
            this.line = line
            this.text = text
        }
    }

    static List<Source> all() {
        MODULES.collectMany { module ->
            Files.walk(ROOT.resolve(module)).withCloseable { files ->
                files.filter { Files.isRegularFile(it) && it.toString() =~ /\.(java|groovy)$/ }
                        .filter { file -> !LEFT_OUT.any { file.toString().replace('\\', '/').contains(it) } }
                        .sorted().map { new Source(it) }.toList()
            }
        }
    }
}
