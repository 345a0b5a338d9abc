package peerlab.dsl.groovy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import peerlab.dsl.groovy.Node.Kind;

/**
 * Keeps the programs of scripts by content, so that a script that was read before is carried out without
 * loading Groovy's parser at all. It is only ever a saving of time: what cannot be read or written is
 * passed over.
 */
final class ProgramCache {

    /** Larger files are not looked into. */
    private static final long SIZE_LIMIT = 16L << 20;

    /** So many programs are kept; beyond it the oldest half goes. */
    static final int PROGRAM_LIMIT = 1_000;

    private static final int DIGEST_LENGTH = 32;

    private final Optional<Path> folder;
    private final String edition;

    /** @param edition of Peerlab and of Groovy: what another edition stored is not found */
    ProgramCache(Optional<Path> folder, String edition) {
        this.folder = folder;
        this.edition = edition;
    }

    Optional<Node> find(String text) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = file(text);
            if (!Files.isRegularFile(file) || Files.size(file) > SIZE_LIMIT) {
                return Optional.empty();
            }
            byte[] stored = Files.readAllBytes(file);
            if (stored.length < DIGEST_LENGTH) {
                return Optional.empty();
            }
            byte[] content = Arrays.copyOfRange(stored, DIGEST_LENGTH, stored.length);
            boolean isWhole = Arrays.equals(digest(content), 0, DIGEST_LENGTH, stored, 0, DIGEST_LENGTH);
            return isWhole ? Optional.of(read(new DataInputStream(new ByteArrayInputStream(content))))
                    : Optional.empty();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    void store(String text, Node program) {
        if (folder.isEmpty()) {
            return;
        }
        Path temporary = null;
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(program, new DataOutputStream(bytes));
            Files.createDirectories(folder.get());
            temporary = Files.createTempFile(folder.get(), "script", ".part");
            try (var out = Files.newOutputStream(temporary)) {
                out.write(digest(bytes.toByteArray()));
                bytes.writeTo(out);
            }
            Files.move(temporary, file(text), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            makeRoom();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            discard(temporary);
        }
    }

    private void makeRoom() throws IOException {
        try (Stream<Path> files = Files.list(folder.orElseThrow())) {
            List<Path> programs = files.filter(Files::isRegularFile).toList();
            if (programs.size() > PROGRAM_LIMIT) {
                programs.stream().sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                        .limit(PROGRAM_LIMIT / 2).forEach(ProgramCache::discard);
            }
        }
    }

    private static void discard(Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            temporary.toFile().deleteOnExit();
        }
    }

    private Path file(String text) {
        byte[] key = digest((edition + "\n" + text).getBytes(StandardCharsets.UTF_8));
        return folder.orElseThrow().resolve(HexFormat.of().formatHex(key) + ".script");
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void write(Node node, DataOutputStream out) throws IOException {
        byte[] text = node.text().getBytes(StandardCharsets.UTF_8);
        out.writeByte(node.kind().ordinal());
        out.writeInt(text.length);
        out.write(text);
        out.writeInt(node.mark().line());
        out.writeInt(node.mark().column());
        out.writeInt(node.mark().length());
        out.writeInt(node.parts().size());
        for (Node part : node.parts()) {
            write(part, out);
        }
    }

    private static Node read(DataInputStream in) throws IOException {
        Kind kind = Kind.values()[in.readByte()];
        String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        Mark mark = new Mark(in.readInt(), in.readInt(), in.readInt());
        int count = in.readInt();
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(read(in));
        }
        return new Node(kind, text, mark, parts);
    }
}
