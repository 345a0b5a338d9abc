package peerlab.reports;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Folders that are made on the way to what shall be kept, and go again where nothing came into them. */
public final class MadeFolders implements Closeable {

    /** The innermost first. */
    private final Deque<Path> made = new ArrayDeque<>();

    /** Makes a folder, and remembers which of those on the way were not there. */
    public synchronized void make(Path folder) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path at = folder.toAbsolutePath(); at != null && !Files.exists(at); at = at.getParent()) {
            missing.addLast(at);
        }
        while (!missing.isEmpty()) {
            Path next = missing.removeLast();
            if (!Files.exists(next)) {
                Files.createDirectories(next);
                made.addFirst(next);
            }
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
    }

    /** Lets them stay, whatever is in them. */
    synchronized void keep() {
        made.clear();
    }

    /** Removes those that are empty. */
    @Override
    public synchronized void close() throws IOException {
        for (Path folder : made) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                // it has found its use
            }
        }
        made.clear();
    }
}
