package peerlab.dsl.fuzz

import java.nio.file.Path

import groovy.transform.CompileStatic

import peerlab.dsl.Scenarios

/**
 * Scenario files to begin with: those that are shipped and those of the specs. Right is what can be run where
 * the inputs lie; what needs files beside it, or protocols that this module does not have, is wrong there.
 */
@CompileStatic
class Corpus {

    private static final List<String> FOLDERS = ['scenarios/library', 'assignments/a0-tour/scenarios',
            'scenarios/src/test/resources/guide', 'dsl/src/test/resources/parity',
            'dsl/src/test/resources/convert', 'dsl/src/test/resources/surprising',
            'dsl/src/test/resources/wrong']

    /** The files of one language. */
    static class Files {
        /** What begins a remark. */
        final String remark
        final List<String> right = []
        final List<String> wrong = []

        Files(String remark) {
            this.remark = remark
        }
    }

    final Files yaml = new Files('#')
    final Files groovy = new Files('//')

    /** @param folder where the inputs will lie */
    Corpus(Path root, Path folder) {
        sort(root, folder, '.yaml', yaml)
        sort(root, folder, '.groovy', groovy)
    }

    private static void sort(Path root, Path folder, String ending, Files files) {
        texts(root, ending).each { text ->
            Path there = java.nio.file.Files.writeString(folder.resolve("scenario$ending"), text)
            (Scenarios.load(there).hasErrors() ? files.wrong : files.right) << text
        }
    }

    private static List<String> texts(Path root, String ending) {
        List<File> files = FOLDERS.collectMany { root.resolve(it).toFile().listFiles().toList() }
        return files.findAll { it.name.endsWith(ending) }.sort { it.path }.collect { it.getText('UTF-8') }
    }
}
