package peerlab.house

import java.util.regex.Pattern

import spock.lang.Shared
import spock.lang.Specification

/** The house style, as far as a machine can hold it. Each violation is listed with its place. */
class TidySpec extends Specification {

    static final int COLUMNS = 110
    static final int FILE_LINES = 400
    static final int METHOD_LINES = 60

    static final Pattern BANNED_NAME = ~/(Manager|Helper|Utils?|Impl)$|(Manager|Helper|Utils?|Impl)(?=[A-Z])/

    /** What comments say of their own past and future, which is the history's to tell. */
    static final Pattern BANNED_COMMENT = Pattern.compile('(?i)\\b([T]ODO|[F]IXME|[X]XX|HACK|for now|legacy'
            + '|not yet implemented|no longer (used|needed|supported)|used to be (a|the|in)'
            + '|temporar(y|ily) (fix|solution)|deprecated in favou?r)\\b')

    static final Pattern TYPE = Pattern.compile('^\\s*'
            + '(?:(?:public|protected|private|static|final|abstract|sealed|non-sealed|strictfp)\\s+)*'
            + '(?:class|interface|enum|record|@interface|trait)\\s+(\\w+)')

    /**
     * Where a method, a constructor or a feature begins: parentheses, then a brace, here or on a line below.
     */
    static final Pattern METHOD = Pattern.compile('^(?: {4}| {8})'
            + '(?!(?:return|new|else|throw|case|if|for|while|switch|try|do|catch)\\b)'
            + '[\\w<@][^=]*\\((?:[^;]*\\{)?$|^ {4}def ["\'].*\\) \\{$')

    /** Javadoc that begins with a sentence, then annotations, then a type that is not indented. */
    static final Pattern SENTENCE_BEFORE_TYPE = Pattern.compile(
            '(?s)/\\*\\*\\s+(?:\\* )?[A-Z{].*?[.:]\\s.*?\\*/\\s*\n'
            + '(?:@[^\n]*\n)*(?:(?:public|final|abstract|sealed|non-sealed) )*'
            + '(?:class|interface|enum|record|@interface) ')

    @Shared
    List<Sources.Source> sources = Sources.all()

    def "there are so many sources that a folder left out would be noticed"() {
        expect: 'of each module, and of both languages'
        sources.size() > 400
        sources.count { it.java && it.main } > 300
        sources.count { !it.java } > 60
        sources*.path.collect { it.tokenize('/')[0] }.toSet() ==
                ['engine', 'dsl', 'reports', 'scenarios', 'assignments'] as Set
    }

    def "no line is longer than 110 columns, but for tables of data and for texts, which are as they are"() {
        expect: 'no violation'
        all { source ->
            def quoted = source.quoted()
            source.places('longer than 110 columns') { line, number ->
                def isData = !source.java && line =~ / \|\|? / || quoted.contains(number)
                !isData && line.codePointCount(0, line.length()) > COLUMNS
            }
        } == []
    }

    def "no line has a tab, a carriage return or spaces at its end, and each file ends with one line feed"() {
        expect: 'no violation'
        all { it.places('a tab or a space too many') { line, number -> line =~ /[\t\r]| $/ } } == []
        sources.findAll { it.lines[-1] != '' || it.lines.size() > 1 && it.lines[-2].blank }*.path == []
    }

    def "no file is as long as 400 lines"() {
        expect: 'no violation'
        sources.findAll { it.lines.size() - 1 >= FILE_LINES }
                .collect { "$it.path has ${it.lines.size() - 1} lines" } == []
    }

    def "no method is as long as 60 lines"() {
        given: 'methods from their head to the brace that closes at the same indentation'
        def seen = 0
        def tooLong = []
        sources.each { source ->
            methods(source).each { from, to ->
                seen++
                if (to - from + 1 >= METHOD_LINES) {
                    tooLong << "$source.path:${from + 1}: ${to - from + 1} lines".toString()
                }
            }
        }

        expect: 'so many that a change of style would be noticed'
        seen > 2500
        tooLong == []
    }

    def "no type is called a manager, a helper, a util or an impl"() {
        given: 'every type that is declared'
        def types = sources.collectMany { source ->
            source.lines.collect { TYPE.matcher(it) }.findAll { it.find() }
                    .collect { [source.path, it.group(1)] }
        }

        expect: 'no such name'
        types.size() > 450
        types.findAll { BANNED_NAME.matcher(it[1]).find() } == []
    }

    def "no comment tells of work to be done or of what was before"() {
        given: 'every comment'
        def comments = sources.collectMany { source -> source.comments().collect { [source, it] } }

        expect: 'none with a word of the list'
        comments.size() > 1000
        comments.findAll { BANNED_COMMENT.matcher(it[1].text).find() }
                .collect { "${it[0].path}:${it[1].line}: ${it[1].text}".toString() } == []
    }

    def "each package of what ships says what it is for"() {
        given: 'the folders with sources'
        def main = sources.findAll { it.java && it.main }
        def packages = main*.folder().unique()

        expect: 'a package-info in each, with a sentence'
        packages.size() > 20
        packages.findAll { folder ->
            def info = main.find { it.path == "$folder/package-info.java" }
            info == null || !(info.lines.join('\n') =~ /(?s)^\/\*\*\s+.*\.\s.*\*\//)
        } == []
    }

    def "each public type of what ships begins its javadoc with a sentence"() {
        given: 'the types at the top of a file'
        def main = sources.findAll { it.java && it.main && it.name() != 'package-info.java' }

        expect: 'a comment right before it or its annotations, from a capital to a full stop'
        main.size() > 300
        main.findAll { !(it.lines.join('\n') =~ SENTENCE_BEFORE_TYPE) }*.path == []
    }

    /** What the closure complains of in all sources, in their order. */
    private List<String> all(Closure<List<String>> complaints) {
        sources.collectMany(complaints)
    }

    /** The first and last line of each method, from 0; a feature's table of data is no part of it. */
    private static List<List<Integer>> methods(Sources.Source source) {
        def lines = source.lines
        lines.indices.findAll { METHOD.matcher(lines[it]).find() && !TYPE.matcher(lines[it]).find() }
                .collect { first ->
            def close = lines[first].takeWhile { it == ' ' } + '}'
            [first, (first + 1..<lines.size()).find {
                lines[it].startsWith(close) || lines[it].trim().startsWith('where:')
            } ?: first]
        }
    }
}
