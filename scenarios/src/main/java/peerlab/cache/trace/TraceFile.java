package peerlab.cache.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of requests, which can be read as often as one likes: {@code time,key,size} as CSV, or the
 * oracleGeneral format of libCacheSim where its name says so. Either may be packed with gzip.
 *
 * @param name as it is called in what is said of it
 */
public record TraceFile(Path path, String name) {

    private static final String GZIP = ".gz";
    private static final int BUFFER = 1 << 16;

    /** Opens it at its beginning. */
    public Trace open(Sizes sizes) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (plain.endsWith(".zst") || plain.endsWith(".zstd")) {
            throw new TraceException("'" + name + "' is packed with zstd",
                    "unpack it first: zstd -d " + name);
        }
        boolean isPacked = plain.endsWith(GZIP);
        plain = isPacked ? plain.substring(0, plain.length() - GZIP.length()) : plain;
        boolean isBinary = plain.endsWith(".bin") || plain.contains("oraclegeneral");
        InputStream in = bytes(isPacked);
        try {
            return isBinary ? new OracleGeneralTrace(in, name, sizes) : new CsvTrace(in, name, sizes);
        } catch (TraceException wrong) {
            quietlyClose(in);
            throw wrong;
        }
    }

    private InputStream bytes(boolean isPacked) {
        try {
            InputStream in = Files.newInputStream(path);
            return isPacked ? new GZIPInputStream(in, BUFFER) : in;
        } catch (NoSuchFileException gone) {
            throw new TraceException("there is no file '" + name + "'", "name a trace: time,key,size as CSV, "
                    + "or oracleGeneral");
        } catch (ZipException odd) {
            throw new TraceException("'" + name + "' is not packed with gzip", "leave .gz out of its name");
        } catch (IOException e) {
            throw new TraceException("'" + name + "' cannot be read",
                    Files.isDirectory(path) ? "it is a folder: name a file in it" : "check its permissions");
        }
    }

    static void quietlyClose(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // it was only read
        }
    }
}
