package peerlab.cache.real;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Memcached servers that this program has started on the loopback address, and stops: by its process each,
 * also where the program is interrupted.
 */
public final class MemcachedServers implements AutoCloseable {

    /** What a server's name begins with; the port follows. */
    public static final String HOST = "127.0.0.1";

    private static final String PROGRAM = "memcached";
    private static final int ATTEMPTS = 250;
    private static final long PAUSE_MILLIS = 20;

    private final List<Process> processes = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final Thread lastly = new Thread(this::stop, "memcached-stop");

    private MemcachedServers() {
        Runtime.getRuntime().addShutdownHook(lastly);
    }

    /** What the program says of itself, such as {@code memcached 1.6.18}; empty where there is none. */
    public static String version() {
        try {
            Process process = new ProcessBuilder(PROGRAM, "-V").redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return said.strip();
        } catch (IOException absent) {
            return "";
        }
    }

    /**
     * Starts servers that listen at successive ports.
     *
     * @param mebibytes the memory of each
     * @throws IOException where a port is taken, or a server does not come up
     */
    public static MemcachedServers start(int count, int firstPort, int mebibytes) throws IOException {
        MemcachedServers servers = new MemcachedServers();
        try {
            for (int i = 0; i < count; i++) {
                servers.start(firstPort + i, mebibytes);
            }
            return servers;
        } catch (IOException | RuntimeException | Error e) {
            servers.close();
            throw e;
        }
    }

    private void start(int port, int mebibytes) throws IOException {
        requireFree(port);
        processes.add(new ProcessBuilder(PROGRAM, "-l", HOST, "-p", Integer.toString(port), "-U", "0",
                "-m", Integer.toString(mebibytes), "-t", "1", "-u", System.getProperty("user.name"))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
        ports.add(port);
        await(port, processes.get(processes.size() - 1));
    }

    private static void requireFree(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
            probe.setReuseAddress(true);
        } catch (IOException taken) {
            throw new IOException("port " + port + " is taken", taken);
        }
    }

    private static void await(int port, Process process) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
            try (Socket socket = new Socket(HOST, port)) {
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IOException(process.isAlive()
                ? PROGRAM + " does not answer at port " + port
                : PROGRAM + " ended with exit code " + process.exitValue());
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a server came up", e);
        }
    }

    /** Host and port of each, as a ring of them names it. */
    public List<String> names() {
        return ports.stream().map(port -> HOST + ":" + port).toList();
    }

    List<InetSocketAddress> addresses() {
        return ports.stream().map(port -> new InetSocketAddress(HOST, port)).toList();
    }

    List<Process> processes() {
        return List.copyOf(processes);
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(lastly);
        } catch (IllegalStateException isEnding) {
            // then it is being stopped for the second time, which does nothing
        }
    }

    private void stop() {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            try {
                if (!process.waitFor(2, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
