package peerlab.dsl.fuzz

import java.nio.file.Path

import groovy.transform.CompileStatic

/** Scenario files to begin with, right and wrong: those that are shipped and those of the specs. */
@CompileStatic
class Corpus {

    private static final List<String> RIGHT = ['scenarios/library', 'docs/guide/scenarios',
            'assignments/a0-tour/scenarios', 'dsl/src/test/resources/parity',
            'dsl/src/test/resources/convert', 'dsl/src/test/resources/surprising']
    private static final List<String> WRONG = ['dsl/src/test/resources/wrong']

    /** The files of one language. */
    static class Files {
        final List<String> right
        final List<String> wrong

        Files(Path root, String ending) {
            right = texts(root, RIGHT, ending)
            wrong = texts(root, WRONG, ending)
        }
    }

    final Files yaml
    final Files groovy

    Corpus(Path root) {
        yaml = new Files(root, '.yaml')
        groovy = new Files(root, '.groovy')
    }

    private static List<String> texts(Path root, List<String> folders, String ending) {
        List<File> files = folders.collectMany {
            (root.resolve(it).toFile().listFiles() ?: new File[0]).toList()
        }
        return files.findAll { it.name.endsWith(ending) }.sort { it.path }.collect { it.getText('UTF-8') }
    }
}
