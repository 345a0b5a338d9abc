package peerlab.dsl.groovy

import groovy.transform.Canonical

/**
 * Small scripts, with what is to be said of each, from a file of the resources: lines of the script begin
 * with {@code >}, errors with {@code !}, phrases with {@code =}.
 */
@Canonical
class Samples {
    String script
    List<String> errors
    List<String> phrases

    static List<Samples> in(String name) {
        Samples.getResource("/groovy/${name}.txt").getText('UTF-8').split('\n\n').collect { block ->
            new Samples(lines(block, '>').join('\n'), lines(block, '!'), lines(block, '='))
        }
    }

    private static List<String> lines(String block, String sign) {
        block.readLines().findAll { it.startsWith(sign) }*.substring(2)
    }
}
