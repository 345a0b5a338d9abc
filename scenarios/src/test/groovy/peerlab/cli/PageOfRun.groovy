package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path

import com.fasterxml.jackson.databind.ObjectMapper

/** Reports of shipped scenarios, made as the command line makes them. */
final class PageOfRun {

    private static final Path LIBRARY = Path.of('library').toAbsolutePath()

    private PageOfRun() { }

    /** Runs one and gives its page; {@code record} is what is kept, null for nothing. */
    static Path shipped(String file, Path out, String record) {
        Files.createDirectories(out)
        def arguments = ['run', LIBRARY.resolve(file).toString(), '--quiet', '--out', out.toString()]
        new Shell(out).run(arguments + (record == null ? [] : ['--record', record]))
        out.resolve('report.html')
    }

    /** What a page holds. */
    static Map data(Path page) {
        def json = page.toFile().getText('UTF-8').split('<script type="application/json" id="data">')[1]
        new ObjectMapper().readValue(json.split('</script>')[0], Map)
    }

    /** The claim that the run of a page was about. */
    static String title(Path page) {
        new ObjectMapper().readValue(page.resolveSibling('run.json').toFile(), Map).title
    }
}
