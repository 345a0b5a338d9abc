package peerlab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import peerlab.dsl.diagnostic.Suggestion;

/** Which files a command line means: files, folders of them, and the names of shipped scenarios. */
final class ScenarioFiles {

    static final List<String> ENDINGS = List.of(".groovy", ".yaml", ".yml");

    /** So many scenarios of a folder are taken; a folder with more is a mistake. */
    private static final int MOST = 10_000;

    private final Terminal terminal;
    private final Optional<Library> library;

    ScenarioFiles(Terminal terminal, Optional<Library> library) {
        this.terminal = terminal;
        this.library = library;
    }

    /** All files that the words mean, in their order; a folder's by name. */
    List<Path> of(List<String> words) {
        List<Path> files = new ArrayList<>();
        words.forEach(word -> files.addAll(of(word)));
        return files;
    }

    /** The one file that a word means; a folder means none. */
    Path one(String word) {
        List<Path> files = of(word);
        if (files.size() > 1) {
            throw new WrongUse("'" + word + "' is a folder of " + files.size() + " scenarios",
                    "name one of them");
        }
        return files.get(0);
    }

    private List<Path> of(String word) {
        Path path = terminal.path(word);
        if (Files.isDirectory(path)) {
            return inFolder(path, word);
        }
        if (Files.exists(path)) {
            return List.of(checked(path, word));
        }
        return List.of(library.flatMap(l -> l.find(word)).map(this::fromHere)
                .orElseThrow(() -> missing(path, word)));
    }

    /** A shipped scenario as one would name it in the folder that the command was called in. */
    private Path fromHere(Path shipped) {
        Path here = terminal.folder().toAbsolutePath();
        Path there = shipped.toAbsolutePath();
        return there.startsWith(here) ? terminal.folder().resolve(here.relativize(there)) : shipped;
    }

    private static Path checked(Path path, String word) {
        if (!isScenario(path)) {
            throw new WrongUse("'" + word + "' is not a scenario by its name",
                    "a scenario's name ends in .groovy, .yaml or .yml");
        }
        if (!Files.isReadable(path)) {
            throw new WrongUse("'" + word + "' may not be read", "check its permissions");
        }
        return path;
    }

    /** True for a file with a scenario's ending that is not hidden. */
    static boolean isScenario(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith) && !name.startsWith(".");
    }

    private List<Path> inFolder(Path folder, String word) {
        List<Path> found = scenariosIn(folder);
        if (found.isEmpty()) {
            throw new WrongUse("there is no scenario in the folder '" + word + "'",
                    "a scenario's name ends in .groovy, .yaml or .yml; sub-folders are not searched");
        }
        if (found.size() > MOST) {
            throw new WrongUse("the folder '" + word + "' has " + found.size() + " scenarios", "at most "
                    + MOST + " are run");
        }
        return found;
    }

    /** The scenarios of a folder, by name. */
    static List<Path> scenariosIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(ScenarioFiles::isScenario).filter(Files::isRegularFile)
                    .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
                            .toList();
        } catch (NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WrongUse missing(Path path, String word) {
        if (word.indexOf('=') > 0) {
            return new WrongUse("there is no file '" + word + "'", "to set a parameter, write --set " + word);
        }
        Optional<String> near = nearFile(path, word)
                .or(() -> library.flatMap(l -> Suggestion.nearest(word, l.ids())));
        return new WrongUse("there is no file '" + word + "'"
                + (library.isPresent() ? ", and no shipped scenario of that name" : ""),
                near.map(n -> "did you mean '" + n + "'?").orElse("see peerlab list scenarios"));
    }

    private Optional<String> nearFile(Path path, String word) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        String name = path.getFileName().toString();
        List<String> names = scenariosIn(folder).stream().map(p -> p.getFileName().toString()).toList();
        Optional<String> near = names.stream().filter(n -> Library.idOf(n).equals(name)).findFirst()
                .or(() -> Suggestion.nearest(name, names));
        return near.map(n -> word.substring(0, word.length() - name.length()) + n);
    }
}
