package student;

import java.io.IOException;

/** The ways in which a student's code goes wrong. */
public final class Charges {

    private Charges() {
    }

    /** An exception that does what it can to hide. */
    private static final class Hostile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return null;
        }

        @Override
        public synchronized Throwable getCause() {
            return this;
        }
    }

    private static final class Traceless extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Traceless() {
            super("nothing to see", null, false, false);
        }
    }

    /** A class that cannot be initialised. */
    private static final class Broken {

        static final int VALUE = Integer.parseInt("no number");
    }

    public static void runtime() {
        throw new IllegalArgumentException("I take no arguments");
    }

    public static void checked() throws IOException {
        throw new IOException("no network here");
    }

    public static void error() {
        throw new Error("out of order");
    }

    public static void assertion() {
        throw new AssertionError("one is two");
    }

    public static int recursion() {
        return recursion() + 1;
    }

    public static void missingClass() {
        throw new NoClassDefFoundError("student/Missing");
    }

    public static int brokenClass() {
        return Broken.VALUE;
    }

    public static void wrapped() {
        try {
            checked();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void hostile() {
        throw new Hostile();
    }

    public static void traceless() {
        throw new Traceless();
    }

    public static void memory() {
        throw new OutOfMemoryError("Java heap space");
    }
}
