package lab;

/** Plays a student who hopes that an exit code of 0 is a grade. */
public final class Quitter {

    public int count(String word) {
        System.exit(0);
        return word.length();
    }
}
