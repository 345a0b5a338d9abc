package peerlab.cli;

/** Loads the classes that most commands need, so that an archive can be made of them. */
public final class Training {

    private Training() {
    }

    public static void main(String[] arguments) {
        Main.startWithoutGroovy();
        Terminal terminal = Terminal.ofProcess();
        for (String line : new String[] {"version", "version --json", "list protocols --verbose", "help run", "help"}) {
            new CommandLineRunner(Main.session(terminal, new Interruption(terminal))).run(line.split(" "));
        }
    }
}
