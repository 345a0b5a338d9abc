package peerlab.dsl.fuzz

import java.nio.charset.StandardCharsets

import groovy.transform.CompileStatic

import peerlab.engine.base.RandomSource

/** Damages scenario files: bytes, tokens, lines, two files in one, deep nesting, long lines. */
@CompileStatic
class Damage {

    private static final String SIGNS = '()[]{}:,;\'"#&*!|>%@`$.-+=<>/\\?~^ \n\t\r\b\u0000\u0007\u007f' +
            '019amsh_éßΩ\u2028😀\uFEFF'
    private static final List<String> NUMBERS = ['0', '1', '-1', '2', '1000', '1001', '1e3', '0.1', '1e-30',
            '1e30', '1e400', '9' * 18, '9' * 19, '9' * 60, '9' * 5000, '0x1F', '010', '1_0', '1.', '.5',
            '1.5.5',
            '\u0661', '1' + '0' * 9, 'NaN', '2147483648']
    private static final List<List<String>> PAIRS = [['(', ')'], ['[', ']'], ['{', '}'], ['[a, ', ']'],
            ['{ a: ', ' }'], ['not ', ''], ['!', ''], ['- ', ''], ['-', ''], ['any(', ')'],
            ['all.except(', ')'],
            ['any 2 of ', ''], ['"${', '}"'], ['(1 + ', ')'], ['f ', ''], ['x { ', ' }'], ['if (n) { ', ' }'],
            ['for (i in 1..2) { ', ' }'], ['count { ', ' }'], ['\n  ', ''], ['\n- ', ''], ['? ', ''],
            ['a: ', ''],
            ['a[', ']'], ['a.', '']]
    private static final int LONGEST = 100_000

    private static final List<String> TOKENS = [
            'scenario', 'seed', 'seeds', 'params', 'matrix', 'include', 'peers', 'use', 'network',
            'timeline', 'record', 'expect', 'stop', 'at', 'during', 'every', 'from', 'as', 'via', 'for',
            'within', 'after', 'until', 'over', 'when', 'points', 'atMost', 'join', 'leave', 'crash',
            'restart', 'partition', 'heal', 'replay', 'snapshot', 'put', 'get', 'lookup', 'propose',
            'always', 'never', 'eventually', 'settles', 'leadsTo', 'atEnd', 'all', 'one', 'any',
            'minority', 'leader', 'others', 'down', 'closest', 'except', 'where', 'keys', 'key', 'zipf',
            'random', 'peer', 'count', 'forAll', 'exists', 'sum', 'max', 'and', 'or', 'not', 'true',
            'false', 'null', 'it', 'in', 'def', 'new', 'import', 'if', 'else', 'while', 'break',
            'continue', 'return', 'class', 'assert', 'sleep', 'each', 'fixed', 'normal', 'exponential',
            'lognormal', 'pareto', 'weibull', 'latency', 'loss', 'trace', 'messages', 'snapshots', 'ms',
            's', 'min', 'h', 'us', 'percent', 'KiB', 'n', 'k', 'p1', '$n', '$', '0', '1', '-1', '0.5',
            '1e9', '1e400', '99999999999999999999', '20.ms', '20ms', '30%', '30.percent', '1.s..2.s',
            '1s..2s', '2s..1s', '1..5', '5..1', '..', '..<', '->', '==', '!=', '<=', '>=', '&&', '||', '!',
            '=', '+=', '++', '<<', '?:', '?', ':', ',', ';', '(', ')', '[', ']', '{', '}', '{}', '[]',
            '()', '\'\'', '\'', '"', '"${n}"', '/x/', '//', '/*', '*/', '#', '---', '&a', '*a', '!!int',
            '|', '>', '%', '@',
            'at most', 'leads to', 'at end', '"""', '- ', '\\', '\n', '\n\n', '  ', '\t']

    private final RandomSource random

    /** Whether the file was changed gently. */
    boolean gentle

    Damage(RandomSource random) {
        this.random = random
    }

    /** One of so many inputs is a file that was right, and is changed without harm, as far as lines tell. */
    static final int GENTLY_ONE_OF = 8

    /** A file made of one or two others, damaged up to six times; or one that was changed gently. */
    byte[] of(Corpus.Files own, Corpus.Files foreign) {
        gentle = random.nextInt(GENTLY_ONE_OF) == 0
        if (gentle) {
            return changed(changed(one(own.right), own.remark), own.remark).getBytes(StandardCharsets.UTF_8)
        }
        String text = one(random.nextInt(4) == 0 ? own.wrong : own.right)
        if (random.nextInt(8) == 0) {
            text = spliced(text, random.nextInt(4) == 0 ? one(foreign.right) : one(own.right))
        }
        int times = 1 + random.nextInt(random.nextInt(3) == 0 ? 6 : 2)
        for (int i = 0; i < times; i++) {
            text = damaged(text)
            text = text.length() > LONGEST ? text.substring(0, LONGEST) : text
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8)
        return random.nextInt(10) == 0 ? flipped(bytes) : bytes
    }

    /** A remark or a blank line more, blanks at the end of one, a line less, a digit that is another. */
    private String changed(String text, String remark) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split('\n', -1)))
        int at = random.nextInt(lines.size())
        switch (random.nextInt(5)) {
            case 0: lines.add(at, remark + ' ' + one(TOKENS).replace('\n', ' ')); break
            case 1: lines.add(at, ''); break
            case 2: lines.set(at, lines[at] + '  '); break
            case 3: lines.remove(at); break
            default: lines.set(at, lines[at].replaceFirst('[2-8]', '' + (2 + random.nextInt(7))))
        }
        return lines.join('\n')
    }

    private String damaged(String text) {
        if (text.isEmpty()) {
            return one(TOKENS)
        }
        switch (random.nextInt(12)) {
            case 0: case 1: return signs(text)
            case 2: case 3: case 4: case 5: return token(text)
            case 6: case 7: return lines(text)
            case 8: return number(text)
            case 9: return cut(text)
            case 10: return nested(text)
            default: return longer(text)
        }
    }

    private String signs(String text) {
        StringBuilder changed = new StringBuilder(text)
        int at = random.nextInt(text.length())
        String sign = SIGNS.charAt(random.nextInt(SIGNS.length()))
        switch (random.nextInt(3)) {
            case 0: changed.deleteCharAt(at); break
            case 1: changed.insert(at, sign); break
            default: changed.setCharAt(at, sign as char)
        }
        return changed
    }

    /** A word, a number or a sign goes, comes twice, changes its place, or becomes another. */
    private String token(String text) {
        List<String> tokens = (text =~ /\w+|\s+|[^\w\s]/).collect { it as String }
        if (tokens.isEmpty()) {
            return one(TOKENS)
        }
        int at = random.nextInt(tokens.size())
        int other = random.nextInt(tokens.size())
        switch (random.nextInt(6)) {
            case 0: tokens.remove(at); break
            case 1: tokens.add(at, tokens[at] + (random.nextInt(2) == 0 ? ' ' : '')); break
            case 2: Collections.swap(tokens, at, other); break
            case 3: tokens.add(at, one(TOKENS)); break
            case 4: tokens.set(at, tokens[other]); break
            default: tokens.set(at, one(TOKENS))
        }
        return tokens.join('')
    }

    private String lines(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split('\n', -1)))
        int at = random.nextInt(lines.size())
        int other = random.nextInt(lines.size())
        switch (random.nextInt(6)) {
            case 0: lines.remove(at); break
            case 1: lines.add(other, lines[at]); break
            case 2: Collections.swap(lines, at, other); break
            case 3: lines.set(at, ' '.repeat(1 + random.nextInt(6)) + lines[at]); break
            case 4: lines.set(at, lines[at].replaceFirst(/^ {1,4}/, '')); break
            default: lines.set(at, lines[at] + (other < lines.size() ? lines[other].strip() : ''))
        }
        return lines.join(random.nextInt(20) == 0 ? '\r\n' : '\n')
    }

    private String number(String text) {
        def found = text =~ /\d+(\.\d+)?/
        List<List<Integer>> places = []
        while (found.find()) {
            places << [found.start(), found.end()]
        }
        if (places.isEmpty()) {
            return text
        }
        List<Integer> place = places[random.nextInt(places.size())]
        String other = one(NUMBERS)
        return text.substring(0, place[0]) + other + text.substring(place[1])
    }

    private String cut(String text) {
        int from = random.nextInt(text.length())
        int longest = random.nextInt(2) == 0 ? 20 : text.length()
        int to = Math.min(text.length(), from + 1 + random.nextInt(longest))
        String piece = text.substring(from, to)
        switch (random.nextInt(3)) {
            case 0: return text.substring(0, from) + text.substring(to)
            case 1: return text.substring(0, to) + piece + text.substring(to)
            default: return text.substring(0, random.nextInt(text.length()))
        }
    }

    private String nested(String text) {
        boolean isDeep = random.nextInt(10) == 0
        int depth = one(isDeep ? [1000, 20_000] : [3, 20, 59, 61, 100])
        List<String> pair = one(PAIRS)
        int from = random.nextInt(text.length())
        int to = Math.min(text.length(), from + random.nextInt(12))
        boolean isClosed = random.nextInt(4) > 0
        String end = isClosed ? pair[1].repeat(depth) : ''
        String inside = pair[0].repeat(depth) + text.substring(from, to) + end
        return text.substring(0, from) + inside + text.substring(to)
    }

    private String longer(String text) {
        int from = random.nextInt(text.length())
        int to = Math.min(text.length(), from + 1 + random.nextInt(30))
        String piece = random.nextInt(3) == 0 ? one(TOKENS) : text.substring(from, to)
        boolean isLong = random.nextInt(10) == 0
        int times = Math.min((int) one(isLong ? [500, 3000, 30_000] : [2, 5, 10, 50]),
                (int) (LONGEST / Math.max(1, piece.length())))
        String joint = one(['', '', ' ', ', ', ' + ', ' and ', '.', '\n', '; '])
        return text.substring(0, from) + ([piece] * times).join(joint) + text.substring(from)
    }

    private String spliced(String text, String other) {
        if (random.nextInt(2) == 0) {
            List<String> first = text.readLines()
            List<String> second = other.readLines()
            int until = random.nextInt(first.size() + 1)
            int from = random.nextInt(second.size() + 1)
            return (first.take(until) + second.drop(from)).join('\n')
        }
        int until = random.nextInt(text.length() + 1)
        int from = random.nextInt(other.length() + 1)
        return text.substring(0, until) + other.substring(from)
    }

    private byte[] flipped(byte[] bytes) {
        if (bytes.length > 0) {
            int at = random.nextInt(bytes.length)
            bytes[at] = (byte) random.nextInt(256)
        }
        return bytes
    }

    private <T> T one(List<T> all) {
        return all[random.nextInt(all.size())]
    }
}
